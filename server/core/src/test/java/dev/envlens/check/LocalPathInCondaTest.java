package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathInCondaTest {

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11.9
        - pip=24.0
        - pip:
            - six==1.16.0
            - %s # local
      """;

  private static Check linked(String item) {
    return Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", CONDA.formatted(item));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-e .", "./lib", "../wheels/a-1.0-py3-none-any.whl", "a @ file:///tmp/a-1.0.zip"})
  void theServiceGetsTheCondaFileAlone(String item) {
    linked("«" + item + "»")
        .finds("local-path-in-conda")
        .as(Severity.ERROR)
        .mentioning("'" + item + "'")
        .unfixed();
  }

  @Test
  void requirementsAreWrittenInTheirPlace() {
    linked("«-r requirements.txt»")
        .with(
            "requirements.txt",
            """
            # ours
            numpy==1.26.4  # arrays
            pandas==2.2.2 ; \\
              python_version < "3.13"

            """)
        .finds("local-path-in-conda")
        .fixedBy(
            "Write the requirements here (new hash)",
            "conda.yml",
            CONDA.formatted(
                """
                numpy==1.26.4
                      - pandas==2.2.2 ;   python_version < "3.13"\
                """));
  }

  @Test
  void inAFlowListToo() {
    Check.environment(
            """
            name: train
            image: python:3.11
            conda_file: {channels: [a], dependencies: [python=3.11, pip=24.0, {pip: [«-r r.txt»]}]}
            """)
        .with("r.txt", "a[b]==1.0\nc==2.0\n")
        .finds("local-path-in-conda")
        .fixedBy(
            "Write the requirements here (new hash)",
            """
            name: train
            image: python:3.11
            conda_file: {channels: [a], dependencies: [python=3.11, pip=24.0, {pip: ["a[b]==1.0", c==2.0]}]}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-r more.txt\n",
        "-e .\n",
        "",
        "numpy==\n",
        "--index-url https://a:b1@example.org\nnumpy==1.0\n"
      })
  void whatMayNotStandInACondaFileIsNotWrittenThere(String requirements) {
    linked("«-r requirements.txt»")
        .with("requirements.txt", requirements)
        .finds("local-path-in-conda")
        .unfixed();
  }

  @Test
  void constraintsHaveNoOtherPlace() {
    linked("«-c constraints.txt»")
        .with("constraints.txt", "numpy==1.26.4\n")
        .finds("local-path-in-conda")
        .unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy==1.26.4",
        "git+https://github.com/a/b.git@0123456789012345678901234567890123456789",
        "https://example.org/a-1.0-py3-none-any.whl",
        "{{requirement}}",
        "-r https://example.org/requirements.txt",
        "-r {{file}}"
      })
  void whatPipDownloadsIsFine(String item) {
    linked(item).ignores("local-path-in-conda").ignores("requirements-not-found");
  }

  @Test
  void aCondaFileByItselfMayBeUsedInADockerContext() {
    Check.conda(CONDA.formatted("-r requirements.txt")).ignores("local-path-in-conda");
  }
}
