package dev.envlens.check;

import dev.envlens.definition.Source;
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
    return source.yaml().problems().stream()
        .map(problem -> finding(source.place(problem.range()), problem.message()));
  }
}
