package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldAzuremlDefaultsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml-defaults«==1.0.44»",
        "azureml_defaults«==1.0.4.*»",
        "AzureML-Defaults «<1.0.45»",
        "azureml-defaults«<=1.0.44.1»",
        "azureml-defaults[x]«===1.0.43» ; os_name == 'posix'",
        "azureml-defaults«~=1.0.43.1»",
        "azureml-defaults«>=1.0.2,<1.0.40»",
        "azureml-defaults«==1.0.45rc1»"
      })
  void aVersionThatIsTooOld(String requirement) {
    Check.conda(CondaText.pip(requirement)).finds("old-azureml-defaults").as(Severity.ERROR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "azureml-defaults",
        "azureml-defaults==1.0.45",
        "azureml-defaults==1.60.0",
        "azureml-defaults==1.0.45.post1",
        "azureml-defaults==1.*",
        "azureml-defaults==1.0.*",
        "azureml-defaults~=1.0.44",
        "azureml-defaults<=1.0.45",
        "azureml-defaults<1.0.45.1",
        "azureml-defaults>1.0.45,<1.0.46",
        "azureml-defaults!=1.0.45,<=1.0.46",
        "azureml-defaults!=1.60.0",
        "azureml-defaults>=1.0.2",
        "azureml-defaults==2!0.1",
        "azureml-defaults==<VERSION>",
        "azureml-core==1.0.1"
      })
  void othersAreNot(String requirement) {
    Check.conda(CondaText.pip(requirement)).ignores("old-azureml-defaults");
  }

  @Test
  void itIsRaised() {
    Check.conda(CondaText.pip("azureml-defaults «==1.0.39»  # for scoring"))
        .finds("old-azureml-defaults")
        .saying(
            "'==1.0.39' allows only versions of azureml-defaults before 1.0.45, which can't serve a model. Raise it.")
        .fixedBy(
            "Raise to azureml-defaults==1.60.0 (new hash)",
            CondaText.pip("azureml-defaults ==1.60.0  # for scoring"));
  }

  @Test
  void aVersionWithItsChecksumIsLeftToTheWriter() {
    Check.conda(CondaText.pip("azureml-defaults«==1.0.39» --hash=sha256:" + "0".repeat(64)))
        .finds("old-azureml-defaults")
        .unfixed();
  }
}
