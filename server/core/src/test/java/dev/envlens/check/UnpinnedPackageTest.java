package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpinnedPackageTest {

  @Test
  void pythonHasVersionsOfItsOwn() {
    Check.conda("channels: [conda-forge]\ndependencies: [«python»]\n")
        .finds("unpinned-package")
        .mentioning("as in 'python=3.12'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"«3»", "«3.12»"})
  void aNumberIsMoreLikelyAVersion(String dependency) {
    Check.conda(CondaText.with(dependency))
        .finds("unpinned-package")
        .mentioning("Write a name and a version.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«numpy»",
        "'«numpy»'",
        "conda-forge::«numpy»",
        "«numpy»=*",
        "«numpy»[build=py312*]",
        "«scikit_learn»  # the newest"
      })
  void aCondaPackageWithoutAVersion(String dependency) {
    Check.conda(CondaText.with(dependency)).finds("unpinned-package").as(Severity.WARNING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"«numpy»", "«scikit-learn»[tests]", "«numpy» ; python_version < '4'"})
  void aPipPackageWithoutAVersion(String requirement) {
    Check.conda(CondaText.pip(requirement)).finds("unpinned-package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy=1.26",
        "numpy>=1",
        "pip",
        "__glibc",
        "numpy[md5=0123456789abcdef0123456789abcdef]",
        "https://example.org/zlib-1.3.1-0.conda",
        "numpy={{version}}",
        "$NUMPY",
        "numpy=="
      })
  void otherCondaPackages(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("unpinned-package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy==1.26.4",
        "numpy>=1",
        "numpy @ https://example.org/numpy.whl",
        "-r requirements.txt",
        "--pre",
        "./wheels/train.whl",
        "<PACKAGE>",
        "numpy =="
      })
  void otherRequirements(String requirement) {
    Check.conda(CondaText.pip(requirement)).ignores("unpinned-package");
  }

  @Test
  void saysWhatToWrite() {
    Check.conda(CondaText.with("«numpy»"))
        .finds("unpinned-package")
        .saying(
            "'numpy' has no version, so a later build may install another one. Add the version that you want, as in 'numpy=1.2.3'.")
        .unfixed();
    Check.conda(CondaText.with("«numpy»=*")).finds("unpinned-package").mentioning("any version");
    Check.conda(CondaText.pip("«numpy»")).finds("unpinned-package").mentioning("'numpy==1.2.3'");
  }

  @Test
  void standsInEveryKindOfDefinition() {
    Check.environment(
            """
            image: python:3.12
            name: train
            conda_file:
              channels: [conda-forge]
              dependencies: [python=3.12, «numpy»]
            """)
        .finds("unpinned-package");
    Check.environment("image: python:3.12\nname: train\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.with("«numpy»"))
        .finds("unpinned-package");
    Check.file(
            "azureml_environment.json",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {"condaDependencies": {"channels": ["conda-forge"],
                "dependencies": ["python=3.12", "«numpy»"]}}
            }
            """)
        .finds("unpinned-package");
  }

  @Test
  void aV1CondaSectionThatIsSwitchedOffInstallsNothing() {
    Check.file(
            "azureml_environment.json",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {"userManagedDependencies": true,
                "condaDependencies": {"dependencies": ["numpy"]}}
            }
            """)
        .ignores("unpinned-package")
        .ignores("missing-channels");
  }
}
