package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingPipTest {

  @Test
  void itIsListedBeforeWhatItInstalls() {
    Check.conda(
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - «pip»:
                  - numpy==1.26.4
            """)
        .finds("missing-pip")
        .as(Severity.WARNING)
        .saying(
            "pip installs packages here, but isn't among the conda dependencies itself. Add it before this list, as in 'pip=25.1.1'.")
        .fixedBy(
            "Add pip=25.1.1 (new hash)",
            """
            channels: [conda-forge]
            dependencies:
              - python=3.12
              - pip=25.1.1
              - pip:
                  - numpy==1.26.4
            """);
  }

  @Test
  void flowStyleAndJson() {
    Check.environment(
            """
            name: train
            image: python:3.12
            conda_file:
              channels: [conda-forge]
              dependencies: [python=3.12, {«pip»: [numpy==1.26.4]}]
            """)
        .finds("missing-pip")
        .fixedBy(
            "Add pip=25.1.1 (new hash)",
            """
            name: train
            image: python:3.12
            conda_file:
              channels: [conda-forge]
              dependencies: [python=3.12, pip=25.1.1, {pip: [numpy==1.26.4]}]
            """);
    Check.file(
            "azureml_environment.json",
            """
            {"docker": {"baseImage": "python:3.12"},
             "python": {"condaDependencies": {
               "channels": ["conda-forge"],
               "dependencies": ["python=3.12", {"«pip»": ["numpy==1.26.4"]}]
             }}}
            """)
        .finds("missing-pip")
        .fixedBy(
            "Add pip=25.1.1 (new hash)",
            """
            {"docker": {"baseImage": "python:3.12"},
             "python": {"condaDependencies": {
               "channels": ["conda-forge"],
               "dependencies": ["python=3.12", "pip=25.1.1", {"pip": ["numpy==1.26.4"]}]
             }}}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[python=3.12, pip, {pip: [numpy]}]",
        "[python=3.12, {pip: [numpy]}, pip=25.1.1]",
        "['pip={{version}}', {pip: [numpy]}]",
        "['{{package}}', {pip: [numpy]}]",
        "[python=3.12]",
        "[python=3.12, {pip: }]",
        "[python=3.12, {pip: []}]"
      })
  void nothingIsSaidWherePipIsThereOrHasNothingToDo(String dependencies) {
    Check.conda("dependencies: %s\n".formatted(dependencies)).ignores("missing-pip");
  }
}
