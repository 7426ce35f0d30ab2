package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecatedRSectionTest {

  private static final String CODE = "deprecated-r-section";

  @Test
  void packagesForRAreFound() {
    Check.environment(V1Text.docker("") + "«r»:\n  cranPackages:\n    - name: ggplot2\n")
        .finds(CODE)
        .as(Severity.WARNING)
        .fixedBy("Remove 'r'", V1Text.docker(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "r:",
        "r: null",
        "r: {}",
        "r: {rVersion: null, cranPackages: [], userManaged: false, snapshotDate: ''}"
      })
  void anEmptySectionIsNot(String line) {
    Check.environment(V1Text.docker("") + line + "\n").ignores(CODE);
  }

  @Test
  void besideABuildContextItIsOneFault() {
    Check.environment(
            """
            name: train
            docker:
              buildContext: {locationType: git, location: "https://github.com/contoso/images.git"}
            python: {userManagedDependencies: true}
            «r»: {rVersion: "4"}
            """)
        .ignores(CODE)
        .finds("beside-build-context");
  }
}
