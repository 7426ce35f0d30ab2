package dev.envlens.check;

import dev.envlens.image.BaseImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondaFileAsEnvironmentTest {

  @Test
  void theKeysOfACondaFileMoveUnderCondaFile() {
    Check.environment(
            """
            name: train
            image: python:3.11
            «channels»:
              - conda-forge
            # what we need
            dependencies:
              - python=3.11 # for now

              - pip=24.0
              - pip:
                  - numpy==1.26.4
            """)
        .finds("conda-file-as-environment")
        .as(Severity.ERROR)
        .fixedBy(
            "Move under 'conda_file' (new hash)",
            """
            name: train
            image: python:3.11
            conda_file:
              channels:
                - conda-forge
              # what we need
              dependencies:
                - python=3.11 # for now

                - pip=24.0
                - pip:
                    - numpy==1.26.4
            """);
  }

  @Test
  void anImageIsAddedWhereThereIsNone() {
    String image = BaseImages.shipped().usual().image();
    Check.environment(
            """
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: train
            «dependencies»: [python=3.11]
            channels: [conda-forge]
            """)
        .finds("conda-file-as-environment")
        .fixedBy(
            "Move under 'conda_file', with the image '%s'".formatted(image),
            """
            $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
            name: train
            image: %s
            conda_file:
              dependencies: [python=3.11]
              channels: [conda-forge]
            """
                .formatted(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"conda_file: conda.yml", "build: {path: .}"})
  void whatCannotBeMovedHasNoFix(String line) {
    Check.environment(
            """
            name: train
            image: python:3.11
            %s
            «dependencies»: [python=3.11]
            """
                .formatted(line))
        .finds("conda-file-as-environment")
        .unfixed();
  }

  @Test
  void aCondaFileIsFine() {
    Check.conda("name: train\nchannels: [conda-forge]\ndependencies: [python=3.11]\n")
        .ignores("conda-file-as-environment");
  }
}
