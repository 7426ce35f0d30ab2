package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNameTest {

  @ParameterizedTest
  @CsvSource({
    "AzureML-foo, foo, AzureML",
    "azureml_foo, foo, azureml",
    "Microsoft.AzureML-bert, bert, Microsoft"
  })
  void microsoftsNamesAreFreed(String name, String free, String prefix) {
    Check.environment("name: «%s»\nimage: python:3.11\n".formatted(name))
        .finds("reserved-name")
        .as(Severity.ERROR)
        .mentioning("'" + prefix + "'")
        .fixedBy(
            "Rename to '%s'".formatted(free), "name: %s\nimage: python:3.11\n".formatted(free));
  }

  @Test
  void whenNothingIsLeftThereIsNoFix() {
    Check.environment("name: «AzureML»\nimage: python:3.11\n").finds("reserved-name").unfixed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "my-azureml", "{{AzureML}}"})
  void otherNamesAreFine(String name) {
    Check.environment("name: %s\nimage: python:3.11\n".formatted(name)).ignores("reserved-name");
  }

  @Test
  void aNameThatIsNotUsedMayBeAnything() {
    Check.file(
            "job.yml",
            """
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            environment: {name: AzureML-x, image: python:3.11}
            """)
        .ignores("reserved-name");
  }
}
