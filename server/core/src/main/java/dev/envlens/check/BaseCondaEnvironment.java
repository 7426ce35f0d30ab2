package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/**
 * {@code base-conda-environment}: packages are added to a conda environment that the image already
 * holds, so what runs is written down nowhere. Source: Microsoft's troubleshooting catalogue.
 */
final class BaseCondaEnvironment extends V1Rule {

  private static final String KEY = "baseCondaEnvironment";

  BaseCondaEnvironment() {
    super(
        "base-conda-environment",
        Severity.WARNING,
        "A v1 definition adds to a conda environment of its image.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    return definition.node().mapping("python").stream()
        .flatMap(
            python ->
                python.entry(KEY).stream()
                    .filter(entry -> isGiven(entry.value()))
                    .map(
                        entry ->
                            finding(
                                definition.place(CondaRule.key(entry)),
                                "'baseCondaEnvironment' adds to whatever the image holds, which"
                                    + " nobody can make again from this definition. List all"
                                    + " packages in 'condaDependencies' instead.",
                                Fix.ifAny(
                                    "Remove '%s'".formatted(KEY),
                                    definition.source().uri(),
                                    new YamlEdits(definition.source().yaml())
                                        .delete(python, entry)))));
  }
}
