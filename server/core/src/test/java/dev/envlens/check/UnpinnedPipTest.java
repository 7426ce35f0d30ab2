package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnpinnedPipTest {

  @ParameterizedTest
  @CsvSource({
    "«pip», pip=25.1.1",
    "'«pip»  # the installer', pip=25.1.1  # the installer",
    "\"«pip»\", \"pip=25.1.1\"",
    "«pip»=*, pip=25.1.1",
    "«pip» *, pip=25.1.1",
    "conda-forge::«pip», conda-forge::pip=25.1.1"
  })
  void itIsPinned(String dependency, String fixed) {
    Check.conda(CondaText.with(dependency))
        .finds("unpinned-pip")
        .as(Severity.WARNING)
        .saying(
            "'pip' has no version, so a later build may install packages differently. Pin it, as in 'pip=25.1.1'.")
        .fixedBy("Pin to pip=25.1.1 (new hash)", CondaText.with(fixed));
  }

  @Test
  void theHashOfTheEnvironmentMoves() {
    Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.with("«pip»"))
        .finds("unpinned-pip")
        .fixedBy("Pin to pip=25.1.1 (new hash)", "conda.yml", CondaText.with("pip=25.1.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip=24.0", "pip<=23.2.1", "pip={{version}}", "pip-tools", "numpy"})
  void othersAreNot(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("unpinned-pip");
  }
}
