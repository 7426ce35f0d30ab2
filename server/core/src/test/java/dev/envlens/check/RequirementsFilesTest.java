package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of requirements files, in the place where it stands. */
class RequirementsFilesTest {

  private static final String DOCKERFILE =
      """
      FROM python:3.12.8
      COPY requirements.txt /tmp/
      RUN pip install -r /tmp/requirements.txt
      """;

  private static final String CONDA = CondaText.pip("-r requirements.txt");

  private static Check docker(String requirements) {
    return Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", DOCKERFILE)
        .with("docker/requirements.txt", requirements);
  }

  private static Check conda(String requirements) {
    return Check.environment("name: train\nimage: python:3.12.8\nconda_file: conda.yml\n")
        .with("conda.yml", CONDA)
        .with("requirements.txt", requirements);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "unpinned-package > «numpy»",
        "loose-pin > numpy«~=1.26»",
        "unpinned-url > git+https://example.org/team/train@«main»",
        "invalid-requirement > numpy«=»1.26",
        "duplicate-dependency > numpy==1.26.4§«NumPy==1.26.3»",
        "old-azureml-defaults > azureml-defaults«==1.0.39»",
        "credentials-in-definition > --index-url https://me:«hunter22secret»@example.org/simple"
      })
  void theRulesOfPipsLinesLookThere(String code, String lines) {
    String text = "# for training\n" + lines.replace("§", "\n") + "\nscipy==1.14.1\n";
    docker(text).finds(code);
    conda(text).finds(code);
  }

  @Test
  void whatIsFineIsFine() {
    docker("numpy==1.26.4 \\\n    --hash=sha256:" + "0".repeat(64) + "\n{{package}}\n<NAME>\n")
        .findsNothing();
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy>=1", "numpy", "numpy==1.26.4\nnumpy<2", "azureml-defaults<1.0.39"})
  void constraintsAreFreeToBeRanges(String lines) {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with(
            "docker/Dockerfile",
            "FROM python:3.12.8\nCOPY limits.txt .\nRUN pip install -c limits.txt numpy\n")
        .with("docker/limits.txt", lines + "\n")
        .findsNothing();
  }

  @Test
  void constraintsAreReadAllTheSame() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with(
            "docker/Dockerfile",
            "FROM python:3.12.8\nCOPY limits.txt .\nRUN pip install -c limits.txt numpy\n")
        .with("docker/limits.txt", "numpy«=»1.26\n")
        .finds("invalid-requirement");
  }

  @Test
  void aFileThatIsInstalledFromIsJudgedEvenIfItLimitsToo() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with(
            "docker/Dockerfile",
            "FROM python:3.12.8\nCOPY . /a\nWORKDIR /a\nRUN pip install -c a.txt -r a.txt\n")
        .with("docker/a.txt", "«numpy»\n")
        .finds("unpinned-package");
  }

  @Test
  void theyAreFollowedFromOneToTheNextAndBack() {
    docker("-r base/base.txt\n")
        .with("docker/base/base.txt", "-r ../requirements.txt\n«numpy»\n-c limits.txt\n")
        .with("docker/base/limits.txt", "scipy\n")
        .finds("unpinned-package");
  }

  @Test
  void aFileThatTwoEnvironmentsShareIsJudgedOnce() {
    var findings =
        Check.file(
                "pipeline.yml",
                """
                type: pipeline
                jobs:
                  a: {type: command, environment: {build: {path: docker}}}
                  b: {type: command, environment: {build: {path: docker}}}
                """)
            .with("docker/Dockerfile", DOCKERFILE)
            .with("docker/requirements.txt", "numpy\n")
            .findings();
    assertEquals(1, findings.stream().filter(f -> f.code().equals("unpinned-package")).count());
  }

  @Test
  void aFileThatTheDockerfileDoesNotCopyIsNotLookedAt() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "FROM python:3.12.8\nRUN pip install -r /opt/requirements.txt\n")
        .with("docker/requirements.txt", "numpy\n")
        .ignores("unpinned-package");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy  # envlens: ignore unpinned-package",
        "# envlens: ignore\nnumpy",
        "\n# envlens: ignore-file unpinned-package\nnumpy\nscipy"
      })
  void commentsSilenceThere(String text) {
    docker(text + "\n").ignores("unpinned-package");
  }

  @Test
  void aCommentNeedsASpaceBeforeIt() {
    docker("«numpy»\nscipy==1.14.1#envlens:ignore-file\n").finds("unpinned-package");
  }

  @Test
  void aFixThereMovesTheHashOfABuildContext() {
    docker("azureml-defaults«==1.0.39»  # for scoring\n")
        .finds("old-azureml-defaults")
        .fixedBy(
            "Raise to azureml-defaults==1.60.0 (new hash)",
            "docker/requirements.txt",
            "azureml-defaults==1.60.0  # for scoring\n");
    docker(
            "numpy==1.26.4\n«numpy==1.26.4 \\\n  --hash=sha256:%s»\nscipy==1.14.1\n"
                .formatted("0".repeat(64)))
        .finds("duplicate-dependency")
        .offering("Remove this one (new hash)", "Remove the one in line 1 (new hash)")
        .fixedBy(
            "Remove this one (new hash)",
            "docker/requirements.txt",
            "numpy==1.26.4\nscipy==1.14.1\n");
  }

  @Test
  void besideACondaDefinitionItDoesNot() {
    conda("numpy«=»1.26.4\n")
        .finds("invalid-requirement")
        .fixedBy("Write 'numpy==1.26.4'", "requirements.txt", "numpy==1.26.4\n");
  }

  @Test
  void aNestedFileThatIsNotThere() {
    conda("-r «bsae.txt»\n")
        .with("base.txt", "numpy==1.26.4\n")
        .with("bsaa.txt", "numpy==1.26.4\n")
        .finds("requirements-not-found")
        .offering("Use 'bsaa.txt'", "Create 'bsae.txt'")
        .fixedBy("Use 'bsaa.txt'", "requirements.txt", "-r bsaa.txt\n");
    docker("-r «lost.txt»\n")
        .finds("requirements-not-found")
        .fixedBy(
            "Create 'lost.txt' (new hash)",
            "docker/lost.txt",
            "# One package a line, such as numpy==1.26.4\n");
  }

  @Test
  void theDockerfileMayPutANestedFileThere() {
    docker("-r base.txt\n")
        .with("docker/deep/base.txt", "numpy\n")
        .ignores("requirements-not-found")
        .ignores("unpinned-package");
  }
}
