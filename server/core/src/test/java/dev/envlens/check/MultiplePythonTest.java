package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiplePythonTest {

  @Test
  void theSecondOneIsFound() {
    Check.conda(CondaText.with("numpy=1.26.4", "«python=3.11»  # the old one"))
        .finds("multiple-python")
        .as(Severity.ERROR)
        .saying(
            "Python is listed more than once: line 4 has it too. An environment has one Python: remove the others.")
        .fixedBy("Remove this one (new hash)", CondaText.with("numpy=1.26.4"))
        .fixedBy(
            "Remove the one in line 4 (new hash)",
            """
            channels:
              - conda-forge
            dependencies:
              - numpy=1.26.4
              - python=3.11  # the old one
            """);
  }

  @Test
  void aMalformedOneCounts() {
    Check.conda(CondaText.with("«Python 3.11 x y z»", "«conda-forge::python»"))
        .finds("multiple-python");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python-dateutil=2.9.0", "python_abi=3.12", "python={{version}}"})
  void packagesThatAreCalledAlikeAndPlaceholdersDoNot(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("multiple-python");
  }
}
