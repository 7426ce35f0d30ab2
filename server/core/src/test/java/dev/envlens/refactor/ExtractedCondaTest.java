package dev.envlens.refactor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractedCondaTest {

  private static final String INLINE =
      """
      name: train
      image: mcr.microsoft.com/a/b:1  # the base
      conda_file<caret>:  # what is in it
        # from the docs
        channels: [conda-forge]
        dependencies:
          - python=3.11   # as in production
          - 'pip=24.0'

          - pip:
              - numpy==1.26.4
          # the end
      # of the file
      tags:
        a: b
      """;

  private static final String ENVIRONMENT =
      """
      name: train
      image: mcr.microsoft.com/a/b:1  # the base
      conda_file: conda.yml  # what is in it
      # of the file
      tags:
        a: b
      """;

  private static final String CONDA =
      """
      # from the docs
      channels: [conda-forge]
      dependencies:
        - python=3.11   # as in production
        - 'pip=24.0'

        - pip:
            - numpy==1.26.4
        # the end
      """;

  @Test
  void aBlockMovesWithItsCommentsQuotesAndIndentation() {
    Rewrite.of("environment.yml", INLINE)
        .by("Move the conda definition to 'conda.yml'")
        .as(Refactoring.Kind.EXTRACT)
        .reads("environment.yml", ENVIRONMENT)
        .reads("conda.yml", CONDA);
  }

  @Test
  void lineEndsStay() {
    Rewrite.of("environment.yml", INLINE)
        .inWindows()
        .by("Move the conda")
        .reads("environment.yml", ENVIRONMENT.replace("\n", "\r\n"))
        .reads("conda.yml", CONDA.replace("\n", "\r\n"));
  }

  @Test
  void bracketsBecomeLines() {
    Rewrite.of(
            "environment.yml",
            """
            image: python:3.11.4
            name: train
            <caret>conda_file: {channels: [conda-forge, "nvidia"], dependencies: [python=3.11, pip=24.0, {pip: ['a==1']}]} # so
            """)
        .by("Move the conda")
        .reads(
            "environment.yml",
            """
            image: python:3.11.4
            name: train
            conda_file: conda.yml # so
            """)
        .reads(
            "conda.yml",
            """
            channels:
              - conda-forge
              - "nvidia"
            dependencies:
              - python=3.11
              - pip=24.0
              - pip:
                  - 'a==1'
            """);
  }

  @Test
  void bracketsWithCommentsStayBrackets() {
    Rewrite.of(
            "environment.yml",
            """
            name: train
            image: python:3.11.4
            <caret>conda_file: {
              channels: [conda-forge], # one
              dependencies: [python=3.11]}
            """)
        .by("Move the conda")
        .reads(
            "conda.yml",
            """
            {
              channels: [conda-forge], # one
              dependencies: [python=3.11]}
            """);
  }

  @Test
  void itWorksInJson() {
    Rewrite.of(
            "environment.yml",
            """
            {"name": "x", "image": "python:3.11.4",
             "conda_file<caret>": {"channels": ["conda-forge"], "dependencies": ["python=3.11"]}}
            """)
        .by("Move the conda")
        .reads(
            "environment.yml",
            """
            {"name": "x", "image": "python:3.11.4",
             "conda_file": "conda.yml"}
            """);
  }

  @Test
  void aNameThatIsTakenIsNotTaken() {
    Rewrite.of("train.yml", INLINE)
        .with("conda.yml", "other: file\n")
        .by("Move the conda definition to 'train-conda.yml'")
        .reads("conda.yml", "other: file\n")
        .reads("train-conda.yml", CONDA);
  }

  @Test
  void itWorksInAJob() {
    Rewrite.of(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            command: echo
            environment:
              image: python:3.11.4
              conda_file:
                «channels:
                - conda-forge»
                dependencies:
                - python=3.11
            compute: azureml:cpu""")
        .by("Move the conda")
        .reads(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            command: echo
            environment:
              image: python:3.11.4
              conda_file: conda.yml
            compute: azureml:cpu""")
        .reads(
            "conda.yml",
            """
            channels:
            - conda-forge
            dependencies:
            - python=3.11
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conda_file<caret>: &shared\n  dependencies: [python=3.11]\n",
        "conda_file<caret>:\n  dependencies: &all [python=3.11]\n",
        "x: &c [conda-forge]\nconda_file<caret>:\n  channels: *c\n  dependencies: [python=3.11]\n",
        "conda_file<caret>: {}\n",
        "conda_file:\n  dependencies: [python<caret>=3.11]\n",
        "conda_file<caret>:\n  dependencies: [python=3.11\n"
      })
  void whatCantMoveIsNotOffered(String conda) {
    assertEquals(
        java.util.List.of(),
        Rewrite.of("environment.yml", "name: x\nimage: python:3.11.4\n" + conda).titles());
  }
}
