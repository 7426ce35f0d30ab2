package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoosePinTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy«=1.26»",
        "numpy«>=1,<2»",
        "numpy«~=1.26»",
        "numpy «1.26.*»",
        "numpy«=1.26|=1.25»",
        "python«>=3.8»",
        "'numpy«=1»'",
        "numpy[version='«>=1»']",
        "pip«<=23.2.1»"
      })
  void aRangeOrAShortVersionOfConda(String dependency) {
    Check.conda(CondaText.with(dependency)).finds("loose-pin").as(Severity.INFORMATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy«>=1»", "numpy[x] «~=1.26.4» ; os_name == 'nt'", "numpy«==1.26.*»"})
  void aRangeOfPip(String requirement) {
    Check.conda(CondaText.pip(requirement)).finds("loose-pin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy",
        "numpy=*",
        "numpy=1.26.4",
        "numpy==1.26",
        "numpy=1.26=py312_0",
        "pip=24.0",
        "__cuda>=12",
        "numpy>={{version}}"
      })
  void otherCondaPackages(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("loose-pin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy", "numpy==1.26", "numpy===1.26", "numpy>=1,==1.26"})
  void otherRequirements(String requirement) {
    Check.conda(CondaText.pip(requirement)).ignores("loose-pin");
  }

  @Test
  void saysWhatTheVersionAllows() {
    Check.conda(CondaText.with("numpy«=1.26»"))
        .finds("loose-pin")
        .saying(
            "'numpy' allows any 1.26.x, so two builds may differ. Write one exact version to get the same each time.")
        .unfixed();
  }
}
