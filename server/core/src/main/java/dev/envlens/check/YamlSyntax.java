package dev.envlens.check;

import dev.envlens.definition.Source;
import dev.envlens.text.TextRange;
import java.util.HashSet;
import java.util.stream.Stream;

/**
 * {@code yaml-syntax}: the text is not YAML. The rest of the file is still read and checked as far
 * as it goes.
 */
final class YamlSyntax implements Rule {

  @Override
  public String code() {
    return "yaml-syntax";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "The text is not YAML.";
  }

  @Override
  public Stream<Finding> text(Source source) {
    // A bracket that is never closed is one fault, however many ways there are to say so.
    var told = new HashSet<TextRange>();
    return source.yaml().problems().stream()
        .filter(problem -> told.add(problem.range()))
        .map(problem -> finding(source.place(problem.range()), problem.message()));
  }
}
