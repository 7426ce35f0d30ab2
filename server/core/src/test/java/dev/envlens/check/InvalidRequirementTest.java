package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidRequirementTest {

  @ParameterizedTest
  @ValueSource(strings = {"numpy=1.26.4", "numpy 1.26.4", "numpy==", "--no-such-option", "num py"})
  void whatPipRefuses(String requirement) {
    var codes =
        Check.conda(CondaText.pip(requirement)).findings().stream()
            .map(Finding::code)
            .filter("invalid-requirement"::equals)
            .toList();
    assertEquals(List.of("invalid-requirement"), codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy==1.26.4",
        "numpy[x]>=1,<2 ; python_version < '4'",
        "-r requirements.txt",
        "-e .",
        "--extra-index-url https://example.org/simple",
        "git+https://example.org/team/train",
        "numpy={{version}}"
      })
  void whatPipReadsAndWhatIsUnknownIsNot(String requirement) {
    Check.conda(CondaText.pip(requirement)).ignores("invalid-requirement");
  }

  @Test
  void aSingleEqualsSignIsDoubled() {
    Check.conda(CondaText.pip("numpy«=»1.26.4  # pinned"))
        .finds("invalid-requirement")
        .as(Severity.ERROR)
        .fixedBy("Write 'numpy==1.26.4' (new hash)", CondaText.pip("numpy==1.26.4  # pinned"));
  }

  @Test
  void theHashOfTheEnvironmentMoves() {
    Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
        .with("conda.yml", CondaText.pip("\"numpy«=»1.26.4\""))
        .finds("invalid-requirement")
        .fixedBy(
            "Write 'numpy==1.26.4' (new hash)", "conda.yml", CondaText.pip("\"numpy==1.26.4\""));
  }
}
