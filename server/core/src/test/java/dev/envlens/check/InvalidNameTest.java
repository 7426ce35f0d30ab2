package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidNameTest {

  @ParameterizedTest
  @CsvSource({
    "my train env, my-train-env",
    "-train, train",
    "train/gpu, train-gpu",
    "Übung, Ubung",
    "AzureML train, train",
    "___, project"
  })
  void aNameIsBroughtToWhatTheServiceTakes(String name, String slug) {
    Check.environment("name: «%s» # here\nimage: python:3.11\n".formatted(name))
        .finds("invalid-name")
        .as(Severity.ERROR)
        .mentioning("'" + name + "'")
        .fixedBy(
            "Rename to '%s'".formatted(slug),
            "name: %s # here\nimage: python:3.11\n".formatted(slug));
  }

  @Test
  void aLongNameIsCut() {
    Check.environment("name: «%s»\nimage: python:3.11\n".formatted("n".repeat(256)))
        .finds("invalid-name")
        .saying("The name has 256 characters, and at most 255 are allowed. Shorten it.")
        .fixedBy(
            "Rename to '%s'".formatted("n".repeat(255)),
            "name: %s\nimage: python:3.11\n".formatted("n".repeat(255)));
  }

  @Test
  void noNameIsMadeOfASecret() {
    Check.environment("name: '«https://u:SEKRETAA@x/»'\nimage: python:3.11\n")
        .finds("invalid-name")
        .mentioning("'https://u:***@x/'")
        .offering("Rename to 'project'");
  }

  @Test
  void quotesStay() {
    Check.file(
            "azureml_environment.json",
            "{\"name\": \"«a b»\", \"docker\": {\"baseImage\": \"python:3.11\"}}")
        .finds("invalid-name")
        .fixedBy(
            "Rename to 'a-b'", "{\"name\": \"a-b\", \"docker\": {\"baseImage\": \"python:3.11\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "Train_2.gpu-x", "7b", "{{name}}", "<name>", "${NAME}"})
  void validNamesAndPlaceholdersAreFine(String name) {
    Check.environment("name: %s\nimage: python:3.11\n".formatted(name)).ignores("invalid-name");
  }
}
