package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseCondaEnvironmentTest {

  private static final String CODE = "base-conda-environment";

  @Test
  void anEnvironmentToAddToIsFound() {
    Check.environment(
            V1Text.python("userManagedDependencies: true\n«baseCondaEnvironment»: base\n"))
        .finds(CODE)
        .as(Severity.WARNING)
        .fixedBy("Remove 'baseCondaEnvironment'", V1Text.python("userManagedDependencies: true\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "''", "${BASE}"})
  void noneIsNot(String value) {
    Check.environment(
            V1Text.python(
                "userManagedDependencies: true\nbaseCondaEnvironment: %s\n".formatted(value)))
        .ignores(CODE);
  }
}
