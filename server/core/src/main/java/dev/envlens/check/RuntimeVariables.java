package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.yaml.Mapping;
import java.util.stream.Stream;

/**
 * {@code runtime-variables}: variables for a run stand in the definition of the environment.
 * Source: Microsoft's troubleshooting catalogue. There is no fix: the run that needs them is
 * another file.
 */
final class RuntimeVariables extends V1Rule {

  RuntimeVariables() {
    super("runtime-variables", Severity.WARNING, "A v1 definition sets variables for runs.");
  }

  @Override
  Stream<Finding> v1(Definition definition) {
    return definition.entry("environmentVariables").stream()
        .filter(entry -> entry.value() instanceof Mapping variables && setsVariables(variables))
        .map(
            entry ->
                finding(
                    definition.place(CondaRule.key(entry)),
                    "Variables in a definition are deprecated. Set them on the run configuration"
                        + " or, as 'environment_variables', on the job."));
  }
}
