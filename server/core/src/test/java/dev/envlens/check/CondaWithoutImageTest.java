package dev.envlens.check;

import dev.envlens.image.BaseImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CondaWithoutImageTest {

  private static final String USUAL = BaseImages.shipped().usual().image();

  @Test
  void theImageIsAddedAboveTheCondaFile() {
    Check.environment(
            """
            name: train
            # packages
            «conda_file»: conda.yml
            """)
        .with("conda.yml", "channels: [conda-forge]\ndependencies: [python=3.11]\n")
        .finds("conda-without-image")
        .as(Severity.ERROR)
        .saying("'conda_file' needs an image to install its packages on. Add 'image'.")
        .fixedBy(
            "Start from '%s'".formatted(USUAL),
            """
            name: train
            # packages
            image: %s
            conda_file: conda.yml
            """
                .formatted(USUAL));
  }

  @Test
  void itIsNotSaidTwice() {
    Check.environment("name: train\nconda_file: conda.yml\n").ignores("missing-image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image: python:3.11", "build: {path: .}", "image: {"})
  void withSomethingToStartFromItIsFine(String line) {
    Check.environment("name: train\nconda_file: conda.yml\n%s\n".formatted(line))
        .ignores("conda-without-image");
  }
}
