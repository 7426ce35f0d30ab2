package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeVariablesTest {

  private static final String CODE = "runtime-variables";

  @Test
  void variablesInADefinitionAreFound() {
    Check.environment(V1Text.docker("") + "«environmentVariables»:\n  OMP_NUM_THREADS: '4'\n")
        .finds(CODE)
        .as(Severity.WARNING)
        .mentioning("'environment_variables'")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environmentVariables:",
        "environmentVariables: {}",
        "environmentVariables: {EXAMPLE_ENV_VAR: EXAMPLE_VALUE}"
      })
  void whatAnExportWritesByItselfIsNot(String line) {
    Check.environment(V1Text.docker("") + line + "\n").ignores(CODE);
  }

  @Test
  void thoseOfARunConfigurationAreWhereTheyBelong() {
    Check.file(
            "train.runconfig.yml",
            """
            script: train.py
            environmentVariables: {A: b}
            environment:
              docker: {baseImage: "python:3.12.4"}
              python: {userManagedDependencies: true}
              environmentVariables: {EXAMPLE_ENV_VAR: EXAMPLE_VALUE}
            """)
        .ignores(CODE);
  }

  @Test
  void besideABuildContextTheyAreOneFault() {
    Check.environment(
            """
            name: train
            docker:
              buildContext: {locationType: git, location: "https://github.com/contoso/images.git"}
            python: {userManagedDependencies: true}
            «environmentVariables»: {A: b}
            """)
        .ignores(CODE)
        .finds("beside-build-context");
  }
}
