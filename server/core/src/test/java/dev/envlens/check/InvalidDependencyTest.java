package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidDependencyTest {

  @ParameterizedTest
  @ValueSource(strings = {"numpy==1.2=", "num/py", "numpy>=1 whatever else", "-r requirements.txt"})
  void isFoundOnce(String dependency) {
    // The exact place is the parser's business; that there is one finding is ours.
    var codes =
        Check.conda(CondaText.with(dependency)).findings().stream()
            .map(Finding::code)
            .filter("invalid-dependency"::equals)
            .toList();
    assertEquals(List.of("invalid-dependency"), codes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"numpy=1.26.4", "numpy", "numpy >=1,<2", "{{dependency}}", "python=3.10 x y"})
  void whatCondaReadsAndWhatIsUnknownOrPythonIsNot(String dependency) {
    Check.conda(CondaText.with(dependency)).ignores("invalid-dependency");
  }

  @Test
  void standsAtTheFaultAndIsMended() {
    Check.conda(CondaText.with("numpy==1.26.4«; os_name == 'nt'»  # for Windows"))
        .finds("invalid-dependency")
        .as(Severity.ERROR)
        .fixedBy(
            "Write 'numpy==1.26.4' (new hash)", CondaText.with("numpy==1.26.4  # for Windows"));
  }

  @Test
  void quotesAndFlowStyleStay() {
    Check.environment(
            """
            name: train
            image: python:3.12
            conda_file: {channels: [conda-forge], dependencies: [python=3.12, 'numpy=1.26.4«,»']}
            """)
        .finds("invalid-dependency")
        .fixedBy(
            "Write 'numpy=1.26.4' (new hash)",
            """
            name: train
            image: python:3.12
            conda_file: {channels: [conda-forge], dependencies: [python=3.12, 'numpy=1.26.4']}
            """);
  }

  @Test
  void whatIsMeantForPipHasNoFix() {
    Check.conda(CondaText.with("«-r requirements.txt»"))
        .finds("invalid-dependency")
        .mentioning("pip")
        .unfixed();
  }
}
