package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongTypeTest {

  @Test
  void aTextForANumberInAV1DefinitionLosesItsQuotes() {
    Check.file(
            "azureml_environment.json",
            """
            {"name": "train", "python": {"userManagedDependencies": «"true"»},
             "docker": {"baseImage": "python:3.11"}}
            """)
        .finds("wrong-type")
        .as(Severity.ERROR)
        .fixedBy(
            "Remove the quotes",
            """
            {"name": "train", "python": {"userManagedDependencies": true},
             "docker": {"baseImage": "python:3.11"}}
            """);
  }

  @Test
  void aNumberForATextInAV1DefinitionGetsQuotes() {
    Check.file(
            "environment.yml",
            """
            name: train
            version: «3» # the third
            docker: {baseImage: "python:3.11"}
            """)
        .finds("wrong-type")
        .fixedBy(
            "Put it in quotes",
            """
            name: train
            version: "3" # the third
            docker: {baseImage: "python:3.11"}
            """);
  }

  @Test
  void whatQuotesDoNotMendHasNoFix() {
    Check.environment("name: train\nimage: python:3.11\n«tags»:\n  - a\n")
        .finds("wrong-type")
        .unfixed();
  }

  @Test
  void aLinkedFileThatIsAListIsNoCondaFile() {
    Check.environment("name: train\nimage: python:3.11\nconda_file: conda.yml\n")
        .with("conda.yml", "«[python=3.11]»\n")
        .finds("wrong-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version: 1", "version: '1'", "tags: {a: 1, b: true}", "image: $IMAGE"})
  void theSdkReadsEveryScalarAsText(String line) {
    Check.environment("name: train\n%s\nbuild: {path: .}\n".formatted(line))
        .with("Dockerfile", "FROM scratch\n")
        .ignores("wrong-type");
  }

  @Test
  void aPasswordIsNotRepeated() {
    Check.file(
            "env.yml",
            "name: a\ndocker: {baseImage: 'a:1', baseImageRegistry: {password: «12345»}}\n")
        .finds("wrong-type")
        .saying("'password' expects text.")
        .offering("Put it in quotes");
  }
}
