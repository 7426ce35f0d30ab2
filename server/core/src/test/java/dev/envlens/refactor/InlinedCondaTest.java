package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlinedCondaTest {

  private static final String CONDA =
      """
      # ours
      channels:
        - conda-forge
      dependencies:
        - python=3.11  # fixed

        - pip=24.0
      """;

  private static Rewrite environment(String text) {
    return Rewrite.of("environment.yml", "name: x\nimage: python:3.11.4\n" + text);
  }

  @Test
  void theFileIsWrittenWhereItWasNamed() {
    String expected =
        """
        name: x
        image: python:3.11.4
        conda_file:  # see below
          # ours
          channels:
            - conda-forge
          dependencies:
            - python=3.11  # fixed

            - pip=24.0
        tags: {a: b}
        """;
    var rewrite =
        environment("conda_file: <caret>'./conda.yml'  # see below\ntags: {a: b}\n")
            .with("conda.yml", CONDA);
    rewrite
        .by("Write the conda definition of 'conda.yml' here")
        .as(Refactoring.Kind.INLINE)
        .reads("environment.yml", expected)
        .reads("conda.yml", CONDA);
    rewrite
        .inWindows()
        .by("Write the conda")
        .reads("environment.yml", expected.replace("\n", "\r\n"));
  }

  @Test
  void anEnvironmentInBracketsGetsBrackets() {
    Rewrite.of("environment.yml", "{name: x, image: 'python:3.11.4', <caret>conda_file: c.yml}\n")
        .with(
            "c.yml",
            """
            channels: [conda-forge]
            dependencies:
              - python=3.11
              - numpy[version='>=1,<2']
              - pip=24.0
            """)
        .by("Write the conda")
        .reads(
            "environment.yml",
            """
            {name: x, image: 'python:3.11.4', conda_file: {channels: [conda-forge], \
            dependencies: [python=3.11, "numpy[version='>=1,<2']", pip=24.0]}}
            """);
  }

  @Test
  void thereAndBackIsTheSame() {
    String inline =
        environment("conda_file<caret>: conda.yml\n")
            .with("conda.yml", CONDA)
            .by("Write the conda")
            .files()
            .get("environment.yml");
    Rewrite.of("environment.yml", inline.replace("conda_file:", "conda_file<caret>:"))
        .by("Move the conda")
        .reads("environment.yml", "name: x\nimage: python:3.11.4\nconda_file: conda.yml\n")
        .reads("conda.yml", CONDA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ndependencies: [python=3.11]\n",
        "dependencies: &d [python=3.11]\n",
        "dependencies: [python=3.11\n",
        "- python\n",
        ""
      })
  void whatCantBeWrittenHereIsNotOffered(String conda) {
    assertEquals(
        List.of(), environment("conda_file<caret>: conda.yml\n").with("conda.yml", conda).titles());
  }

  @Test
  void pathsThatWouldLeadElsewhereStayInTheirFolder() {
    assertEquals(
        List.of(),
        environment("conda_file<caret>: sub/conda.yml\n")
            .with("sub/conda.yml", "dependencies: [pip=24.0, {pip: [-r requirements.txt]}]\n")
            .titles());
  }
}
