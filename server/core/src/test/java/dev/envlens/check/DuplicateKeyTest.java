package dev.envlens.check;

import org.junit.jupiter.api.Test;

class DuplicateKeyTest {

  @Test
  void theSecondIsAtFault() {
    Check.environment(
            """
            name: train
            image: python:3.10 # old
            «image»: python:3.11 # new
            """)
        .finds("duplicate-key")
        .as(Severity.ERROR)
        .saying("'image' is in line 2 already. Keep one of the two.")
        .fixedBy(
            "Delete this one (new hash)",
            """
            name: train
            image: python:3.10 # old
            """)
        .fixedBy(
            "Delete the one in line 2",
            """
            name: train
            image: python:3.11 # new
            """);
  }

  @Test
  void whatIsNoPartOfTheHashDoesNotMoveIt() {
    Check.environment(
            """
            name: train
            image: python:3.11
            tags: {a: 1, «a»: 2}
            """)
        .finds("duplicate-key")
        .fixedBy(
            "Delete this one",
            """
            name: train
            image: python:3.11
            tags: {a: 1}
            """);
  }

  @Test
  void everyFurtherOneIsAFinding() {
    Check.conda(
            """
            name: a
            «name»: b
            «name»: c
            dependencies: [python=3.11]
            """)
        .finds("duplicate-key")
        .offering("Delete this one", "Delete the one in line 1");
  }

  @Test
  void inAJobOnlyTheEnvironmentIsOurs() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            command: a
            command: b
            environment:
              image: python:3.10
              «image»: python:3.11
            """)
        .finds("duplicate-key");
  }

  @Test
  void linkedFilesAreChecked() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", "channels: [a]\n«channels»: [a]\ndependencies: [python=3.11]\n")
        .finds("duplicate-key")
        .fixedBy("Delete this one", "conda.yml", "channels: [a]\ndependencies: [python=3.11]\n");
  }

  @Test
  void mergeKeysAndOverriddenKeysAreFine() {
    Check.environment(
            """
            name: train
            image: python:3.11
            tags:
              <<: &a {x: 1}
              <<: *a
              x: 2
            """)
        .ignores("duplicate-key");
  }
}
