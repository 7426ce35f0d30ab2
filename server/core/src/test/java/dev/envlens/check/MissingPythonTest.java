package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingPythonTest {

  @Test
  void aFileWithoutGetsOne() {
    Check.conda(
            """
            channels: [conda-forge]
            «dependencies»:
            # numbers
            -   numpy=1.26.4
            """)
        .finds("missing-python")
        .as(Severity.WARNING)
        .saying(
            "Python isn't among the dependencies, so nothing says which one the environment gets. Add it, as in 'python=3.12'.")
        .fixedBy(
            "Add python=3.12 (new hash)",
            """
            channels: [conda-forge]
            dependencies:
            # numbers
            -   python=3.12
            -   numpy=1.26.4
            """);
  }

  @Test
  void flowStyleAndJson() {
    Check.environment(
            """
            name: train
            image: python:3.12
            conda_file: {channels: [conda-forge], «dependencies»: [numpy=1.26.4]}
            """)
        .finds("missing-python")
        .fixedBy(
            "Add python=3.12 (new hash)",
            """
            name: train
            image: python:3.12
            conda_file: {channels: [conda-forge], dependencies: [python=3.12, numpy=1.26.4]}
            """);
    Check.file(
            "azureml_environment.json",
            """
            {"docker": {"baseImage": "python:3.12"},
             "python": {"condaDependencies": {
               "channels": ["conda-forge"],
               "«dependencies»": [
                 "numpy=1.26.4"
               ]
             }}}
            """)
        .finds("missing-python")
        .fixedBy(
            "Add python=3.12 (new hash)",
            """
            {"docker": {"baseImage": "python:3.12"},
             "python": {"condaDependencies": {
               "channels": ["conda-forge"],
               "dependencies": [
                 "python=3.12",
                 "numpy=1.26.4"
               ]
             }}}
            """);
  }

  @Test
  void lineEndsStay() {
    Check.conda("channels: [conda-forge]\r\n«dependencies»:\r\n  - numpy=1.26.4\r\n")
        .finds("missing-python")
        .fixedBy(
            "Add python=3.12 (new hash)",
            "channels: [conda-forge]\r\ndependencies:\r\n  - python=3.12\r\n  - numpy=1.26.4\r\n");
  }

  @Test
  void packagesThatAreCalledAlikeDoNotCount() {
    Check.conda("«dependencies»: [python-dateutil=2.9.0, {pip: [python==3.12]}]\n")
        .finds("missing-python");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[Python=3.12]",
        "['conda-forge::python']",
        "['python=3.12 x y z']",
        "['python={{version}}']",
        "['{{package}}']",
        "['$PACKAGE']",
        "[]",
        "[numpy"
      })
  void nothingIsSaidWhereItIsThereOrMayBe(String dependencies) {
    Check.conda("dependencies: %s\n".formatted(dependencies)).ignores("missing-python");
  }
}
