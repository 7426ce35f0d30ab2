package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingNameTest {

  @Test
  void aNameIsMadeOfTheFiles() {
    Check.file(
            "train env.yml",
            """
            # for training
            «$schema»: https://azuremlschemas.azureedge.net/latest/environment.schema.json # v2
            image: python:3.11
            """)
        .finds("missing-name")
        .as(Severity.ERROR)
        .fixedBy(
            "Add 'name: train-env'",
            """
            # for training
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json # v2
            name: train-env
            image: python:3.11
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "envs/gpu/environment.yml, gpu",
    "envs/gpu/env.yaml, gpu",
    "environment.yml, project",
    "bert.train.yml, bert.train",
    "AzureML-bert.yml, bert"
  })
  void theNameOfTheFileOrItsFolder(String file, String name) {
    Check.file(file, "«image»: python:3.11\nversion: 1\n")
        .finds("missing-name")
        .fixedBy(
            "Add 'name: %s'".formatted(name),
            "name: %s\nimage: python:3.11\nversion: 1\n".formatted(name));
  }

  @Test
  void jsonStaysJson() {
    Check.file("env.json", "{«\"image\"»: \"python:3.11\", \"version\": \"1\"}")
        .finds("missing-name")
        .fixedBy(
            "Add 'name: project'",
            "{\"name\": \"project\", \"image\": \"python:3.11\", \"version\": \"1\"}");
  }

  @Test
  void anInlineEnvironmentNeedsNone() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: {image: python:3.11}
            """)
        .ignores("missing-name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name:", "name: train", "description: {"})
  void aHalfTypedFileIsLeftAlone(String line) {
    Check.environment("image: python:3.11\nversion: 1\n%s\n".formatted(line))
        .ignores("missing-name");
  }
}
