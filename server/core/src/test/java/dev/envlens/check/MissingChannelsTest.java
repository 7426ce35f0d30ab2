package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingChannelsTest {

  @Test
  void aFileWithoutGetsCondaForge() {
    Check.conda(
            """
            name: train
            # the packages
            «dependencies»:
              - python=3.12
            """)
        .finds("missing-channels")
        .as(Severity.WARNING)
        .saying(
            "No channels are named, so conda takes packages from its defaults, which may change. Name them, such as 'conda-forge'.")
        .fixedBy(
            "Add the channel conda-forge (new hash)",
            """
            name: train
            # the packages
            channels:
              - conda-forge
            dependencies:
              - python=3.12
            """);
  }

  @Test
  void anInlineDefinitionToo() {
    Check.environment(
            """
            name: train
            image: python:3.12
            conda_file:
              «dependencies»: [python=3.12]
            """)
        .finds("missing-channels")
        .fixedBy(
            "Add the channel conda-forge (new hash)",
            """
            name: train
            image: python:3.12
            conda_file:
              channels:
                - conda-forge
              dependencies: [python=3.12]
            """);
  }

  @Test
  void andAV1Definition() {
    Check.file(
            "azureml_environment.json",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {
                "condaDependencies": {
                  "«dependencies»": ["python=3.12"]
                }
              }
            }
            """)
        .finds("missing-channels")
        .fixedBy(
            "Add the channel conda-forge (new hash)",
            """
            {
              "docker": {"baseImage": "python:3.12"},
              "python": {
                "condaDependencies": {
                  "channels": ["conda-forge"],
                  "dependencies": ["python=3.12"]
                }
              }
            }
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"«channels»:", "«channels»: []", "«channels»: ~"})
  void anEmptyListIsFilled(String channels) {
    Check.conda(channels + "  # none yet\ndependencies: [python=3.12]\n")
        .finds("missing-channels")
        .fixedBy(
            "Add the channel conda-forge (new hash)",
            "channels: [\"conda-forge\"]  # none yet\ndependencies: [python=3.12]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channels: [defaults]\ndependencies: [python=3.12]",
        "channels: {{channels}}\ndependencies: [python=3.12]",
        "dependencies: ['conda-forge::python=3.12', 'https://example.org/zlib-1.3.1-0.conda']",
        "dependencies: ['conda-forge::python=3.12', {pip: [numpy==1.26.4]}]",
        "dependencies: ['{{package}}']",
        "dependencies: []",
        "dependencies: [python=3.12\n"
      })
  void nothingIsSaidWhereChannelsAreNamedOrPlayNoPart(String conda) {
    Check.conda(conda).ignores("missing-channels");
  }
}
