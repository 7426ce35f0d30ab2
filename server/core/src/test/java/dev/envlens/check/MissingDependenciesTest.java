package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingDependenciesTest {

  @Test
  void anInlineDefinitionWithout() {
    Check.environment(
            """
            name: train
            image: python:3.12
            «conda_file»:
              channels: [conda-forge]
            """)
        .finds("missing-dependencies")
        .as(Severity.ERROR)
        .saying(
            "The conda definition has no dependencies, so nothing can be built from it. List packages under 'dependencies:', python first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«channels»: [conda-forge]",
        "channels: [conda-forge]\n«dependencies»: []",
        "channels: [conda-forge]\n«dependencies»:",
      })
  void aLinkedFileWithout(String conda) {
    Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
        .with("conda.yml", conda)
        .finds("missing-dependencies");
  }

  @Test
  void aCondaFileByItself() {
    Check.conda("channels: [conda-forge]\n«dependencies»: []\n")
        .finds("missing-dependencies")
        .mentioning("This conda file has no dependencies");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dependencies: [numpy]",
        "dependencies: ['{{package}}']",
        "dependencies: {{packages}}",
        "channels: [conda-forge\n"
      })
  void nothingIsSaidOfOthers(String conda) {
    Check.environment("name: train\nimage: python:3.12\nconda_file: conda.yml\n")
        .with("conda.yml", conda)
        .ignores("missing-dependencies");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"dependencies\": []}", "{\"channels\": [\"conda-forge\"]}"})
  void aV1SectionWithout(String section) {
    Check.file("azureml_environment.json", v1("\"«condaDependencies»\": " + section, false))
        .finds("missing-dependencies");
  }

  @Test
  void aV1SectionThatIsSwitchedOffMayBeEmpty() {
    Check.file(
            "azureml_environment.json", v1("\"condaDependencies\": {\"dependencies\": []}", true))
        .ignores("missing-dependencies");
  }

  private static String v1(String section, boolean userManaged) {
    return """
        {"name": "train",
         "docker": {"baseImage": "python:3.12"},
         "python": {"userManagedDependencies": %s, %s}}
        """
        .formatted(userManaged, section);
  }
}
