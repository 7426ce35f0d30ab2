package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What constraints files say of the packages that are installed with them. */
class LimitsTest {

  private static Check docker(String run, String requirements, String limits) {
    return Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "FROM python:3.12.8\nWORKDIR /a\nCOPY . .\n" + run)
        .with("docker/requirements.txt", requirements)
        .with("docker/limits.txt", limits);
  }

  @Test
  void whatTheyPinNeedsNoVersion() {
    String run = "RUN pip install -r requirements.txt -c limits.txt\n";
    docker(run, "numpy\nScikit_learn>=1\n«pandas»\n", "numpy==1.26.4\nscikit-learn==1.5.2\n")
        .finds("unpinned-package");
    docker(run, "numpy\nScikit_learn>=1\n", "numpy==1.26.4\nscikit-learn==1.5.2\n").findsNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy<2", "numpy==1.26.4; python_version < '3.12'", "numpy==1.26.*"})
  void whatTheyOnlyNarrowStillNeedsOne(String limit) {
    docker("RUN pip install -c limits.txt -r requirements.txt\n", "«numpy»\n", limit + "\n")
        .finds("unpinned-package");
  }

  @Test
  void theFileItselfMayNameThem() {
    docker(
            "RUN pip install -r requirements.txt\n",
            "-c limits.txt\n-r more.txt\nnumpy\n«pandas»\n",
            "numpy==1.26.4\nscipy==1.14.1\n")
        .with("docker/more.txt", "scipy\n")
        .finds("unpinned-package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install -c https://example.org/limits.txt -r requirements.txt\n",
        "RUN pip install -c $LIMITS -r requirements.txt\n"
      })
  void thoseThatCannotBeReadMayPinAnything(String run) {
    docker(run, "numpy\n", "").ignores("unpinned-package");
  }

  @Test
  void aFileThatIsInstalledWithoutThemTooIsJudged() {
    docker(
            """
            RUN pip install -c limits.txt -r requirements.txt
            RUN pip install -r requirements.txt
            """,
            "«numpy»\n",
            "numpy==1.26.4\n")
        .finds("unpinned-package");
  }

  @Test
  void aUrlAmongTheLinesOfACondaDefinitionMayPinAnything() {
    Check.conda(CondaText.pip("-c https://example.org/limits.txt", "numpy", "scipy>=1"))
        .findsNothing();
    Check.conda(CondaText.with("«numpy»", "pip=25.1.1", "pip: [-c https://example.org/a.txt]"))
        .finds("unpinned-package");
  }

  @Test
  void faultsAreFoundAllTheSame() {
    docker(
            "RUN pip install -c limits.txt -r requirements.txt\n",
            "azureml-defaults«==1.0.39»\n",
            "azureml-defaults==1.0.39\n")
        .finds("old-azureml-defaults");
  }
}
