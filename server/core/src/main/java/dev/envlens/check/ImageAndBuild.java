package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.yaml.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code image-and-build}: an environment starts from an image, a Dockerfile or a build context:
 * one of them. Source: Microsoft's troubleshooting catalogue.
 */
final class ImageAndBuild implements Rule {

  @Override
  public String code() {
    return "image-and-build";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "More than one of image, Dockerfile and build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var given = Bases.given(definition);
    if (given.size() < 2) {
      return Stream.empty();
    }
    String names =
        given.stream().map(entry -> "'" + entry.name() + "'").collect(Collectors.joining(" and "));
    return Stream.of(
        finding(
            definition.place(given.get(1).key().range()),
            "%s exclude each other. Keep one.".formatted(names),
            given.size() == 2 ? fixes(definition, given) : List.of()));
  }

  private static List<Fix> fixes(Definition definition, List<Entry> given) {
    var edits = new YamlEdits(definition.source().yaml());
    var fixes = new ArrayList<Fix>();
    for (var entry : given) {
      boolean leavesContext = given.stream().anyMatch(e -> !e.equals(entry) && Bases.isContext(e));
      // A conda file can't stand beside the context that would be left.
      if (!(leavesContext && definition.effectiveConda().isPresent())) {
        fixes.addAll(
            Fix.ifAny(
                "Remove '%s'".formatted(entry.name()),
                definition.source().uri(),
                edits.delete(Bases.holder(definition), entry)));
      }
    }
    return fixes;
  }
}
