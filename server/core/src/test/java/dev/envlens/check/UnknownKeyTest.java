package dev.envlens.check;

import org.junit.jupiter.api.Test;

class UnknownKeyTest {

  @Test
  void theBeginningOfAKeyIsNear() {
    Check.environment("name: a\nbuild: {path: ., «dockerfile»: Dockerfile}\n")
        .with("Dockerfile", "FROM scratch\n")
        .finds("unknown-key")
        .mentioning("Did you mean 'dockerfile_path'?")
        .offering("Rename to 'dockerfile_path' (new hash)");
  }

  @Test
  void aMisspeltKeyIsRenamed() {
    Check.environment(
            """
            name: train
            image: python:3.11
            «descripton»: For training. # why
            """)
        .finds("unknown-key")
        .as(Severity.ERROR)
        .mentioning("'description'")
        .fixedBy(
            "Rename to 'description'",
            """
            name: train
            image: python:3.11
            description: For training. # why
            """);
  }

  @Test
  void aKeyThatBringsPackagesMovesTheHash() {
    Check.environment(
            """
            name: train
            image: python:3.11
            «"conda_fil"»: conda.yml
            """)
        .with("conda.yml", "channels: [conda-forge]\ndependencies: [python=3.11.9]\n")
        .finds("unknown-key")
        .fixedBy(
            "Rename to 'conda_file' (new hash)",
            """
            name: train
            image: python:3.11
            "conda_file": conda.yml
            """);
  }

  @Test
  void aKeyLikeNoOtherHasNoFix() {
    Check.environment("name: train\nimage: python:3.11\n«zzzzzzzz»: 1\n")
        .finds("unknown-key")
        .unfixed();
  }

  @Test
  void knownKeysAndPlaceholdersAreFine() {
    Check.environment(
            """
            name: train
            image: python:3.11
            id: azureml:/x
            tags: {anything: goes}
            {{more}}: 1
            """)
        .ignores("unknown-key");
  }
}
