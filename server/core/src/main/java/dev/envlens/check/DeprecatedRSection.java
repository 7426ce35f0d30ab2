package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code deprecated-r-section}: SDK v1's support for R has ended, so what the section lists isn't
 * installed by anything that is maintained. Source: Microsoft's troubleshooting catalogue.
 */
final class DeprecatedRSection extends V1Rule {

  DeprecatedRSection() {
    super("deprecated-r-section", Severity.WARNING, "A v1 definition lists R packages.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    return definition.entry("r").stream()
        .filter(entry -> isGiven(entry.value()))
        .map(
            entry ->
                finding(
                    definition.place(CondaRule.key(entry)),
                    "The 'r' section is deprecated. Install R and its packages in a Dockerfile, or"
                        + " start from an image that holds them.",
                    Fix.ifAny(
                        "Remove 'r'",
                        definition.source().uri(),
                        new YamlEdits(definition.source().yaml())
                            .delete(definition.node(), entry))));
  }
}
