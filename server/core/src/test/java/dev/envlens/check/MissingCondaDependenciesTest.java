package dev.envlens.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingCondaDependenciesTest {

  private static final String CODE = "missing-conda-dependencies";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«userManagedDependencies»: false\n",
        "«userManagedDependencies»: false\ncondaDependencies: null\ncondaDependenciesFile:\n",
        "condaDependencies:\n«userManagedDependencies»: False\n",
        "condaDependenciesFile: ''\n«userManagedDependencies»: false\n"
      })
  void condaIsToInstallAndNothingIsNamed(String python) {
    Check.environment(V1Text.python(python)).finds(CODE).as(Severity.ERROR).unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userManagedDependencies: true\n",
        "userManagedDependencies: ${MANAGED}\n",
        "userManagedDependencies:\ninterpreterPath: python\n",
        "userManagedDependencies: false\ncondaDependencies: {dependencies: [python=3.12]}\n",
        "userManagedDependencies: false\ncondaDependencies: {}\n",
        "userManagedDependencies: false\ncondaDependencies: wrong\n",
        "userManagedDependencies: false\ncondaDependencis: {dependencies: [python=3.12]}\n",
        "userManagedDependencies: false\ncondaDependenciesFile: conda.yml\n",
        "userManagedDependencies: false\nbaseCondaEnvironment: base\n",
        "userManagedDependencies: false\ncondaDependencies: [\n"
      })
  void otherwiseThereIsNothingToSay(String python) {
    Check.environment(V1Text.python(python)).ignores(CODE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://github.com/contoso/images.git", "docker"})
  void aBuildContextTakesNone(String location) {
    Check.environment(
            """
            name: a
            docker: {buildContext: {location: "%s"}}
            python: {userManagedDependencies: false, condaDependencies: null}
            """
                .formatted(location))
        .ignores(CODE);
  }
}
