package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateDependencyTest {

  @Test
  void twiceForConda() {
    Check.conda(CondaText.with("numpy=1.26.4  # first", "pandas=2.2.2", "'«NumPy>=1»' # second"))
        .finds("duplicate-dependency")
        .as(Severity.WARNING)
        .saying("'NumPy' is listed twice: line 5 has it too. Keep one of the two.")
        .fixedBy(
            "Remove this one (new hash)", CondaText.with("numpy=1.26.4  # first", "pandas=2.2.2"))
        .fixedBy(
            "Remove the one in line 5 (new hash)",
            CondaText.with("pandas=2.2.2", "'NumPy>=1' # second"));
  }

  @Test
  void twiceForPipHoweverItIsSpelt() {
    Check.conda(CondaText.pip("scikit-learn==1.7.0", "«Scikit_Learn[x]==1.7.0»"))
        .finds("duplicate-dependency")
        .fixedBy("Remove this one (new hash)", CondaText.pip("scikit-learn==1.7.0"));
  }

  @Test
  void forCondaAndPip() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - numpy=1.26.4
              # what conda hasn't
              - pip:
                  - «numpy==1.26.4»
            """)
        .finds("duplicate-dependency")
        .saying(
            "'numpy' is listed for both conda and pip: line 5 has it too. Keep one of the two, or pip may replace what conda installs.")
        .fixedBy(
            "Remove this one (new hash)",
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - numpy=1.26.4
              # what conda hasn't
            """)
        .fixedBy(
            "Remove the one in line 5 (new hash)",
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              # what conda hasn't
              - pip:
                  - numpy==1.26.4
            """);
  }

  @Test
  void theLaterOneIsFoundEvenBelowThePipList() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - pip:
                  - numpy==1.26.4
              - «numpy=1.26.4»
            """)
        .finds("duplicate-dependency");
  }

  @Test
  void eachOneTooManyIsFound() {
    Check.conda(CondaText.with("numpy", "«numpy»", "«numpy=1.26.4»")).finds("duplicate-dependency");
  }

  @Test
  void flowStyleAndJson() {
    Check.file(
            "azureml_environment.json",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {"condaDependencies": {
                "channels": ["conda-forge"],
                "dependencies": [
                  "python=3.12",
                  "numpy=1.26.4",
                  "pandas=2.2.2",
                  "«numpy=1.26.4»"
                ]
              }}
            }
            """)
        .finds("duplicate-dependency")
        .fixedBy(
            "Remove this one (new hash)",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {"condaDependencies": {
                "channels": ["conda-forge"],
                "dependencies": [
                  "python=3.12",
                  "numpy=1.26.4",
                  "pandas=2.2.2"
                ]
              }}
            }
            """)
        .fixedBy(
            "Remove the one in line 7 (new hash)",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {"condaDependencies": {
                "channels": ["conda-forge"],
                "dependencies": [
                  "python=3.12",
                  "pandas=2.2.2",
                  "numpy=1.26.4"
                ]
              }}
            }
            """);
  }

  @Test
  void anAliasHasNoTextOfItsOwn() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies: [python=3.12, &np numpy=1.26.4, «*np»]
            """)
        .finds("duplicate-dependency")
        .fixedBy(
            "Remove this one (new hash)",
            """
            channels: [conda-forge]
            dependencies: [python=3.12, &np numpy=1.26.4]
            """);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "numpy==1.26.4 ; python_version < '3.9' | numpy==2.0.1 ; python_version >= '3.9'",
        "numpy==1.26.4 | numpy-financial==1.0.0",
        "--pre | --pre",
        "{{package}} | {{package}}"
      },
      delimiter = '|')
  void linesOfPipThatAreNoDuplicates(String one, String other) {
    Check.conda(CondaText.pip(one, other)).ignores("duplicate-dependency");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "numpy==1.26.4 | «numpy==2.0.1 ; python_version >= '3.9'»",
        "numpy==1.26.4 ; os_name == 'nt' | «numpy==2.0.1»",
        "numpy==1.26.4 ; os_name == 'nt' | «numpy==2.0.1 ; os_name == 'nt'»"
      },
      delimiter = '|')
  void aConditionThatDoesNotTellThemApart(String one, String other) {
    Check.conda(CondaText.pip(one, other)).finds("duplicate-dependency");
  }

  @ParameterizedTest
  @CsvSource({
    "graphviz=9.0.0, graphviz==0.20.3",
    "numpy=1.26.4, numpy==1.26.4 ; os_name == 'nt'",
    "pytorch=2.5.1, torch==2.5.1"
  })
  void aCondaPackageBesideALineOfPipThatIsNotTheSame(String conda, String pip) {
    Check.conda(
            """
            dependencies:
              - python=3.12
              - %s
              - pip:
                - %s
            """
                .formatted(conda, pip))
        .ignores("duplicate-dependency");
  }

  @Test
  void aSecondPythonHasACodeOfItsOwn() {
    Check.conda(CondaText.with("python=3.11")).ignores("duplicate-dependency");
  }

  @Test
  void aListThatAnAliasRepeatsIsNotItsOwnDuplicate() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - pip: &packages
                  - numpy==1.26.4
              - pip: *packages
            """)
        .ignores("duplicate-dependency");
  }

  @Test
  void whatAnAliasRefersToStays() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - numpy=1.26.4
              - pip: &packages
                  - «numpy==1.26.4»
              - pip: *packages
            """)
        .finds("duplicate-dependency")
        .offering("Remove the one in line 5 (new hash)");
  }
}
