package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidImageTest {

  @ParameterizedTest
  @ValueSource(strings = {"«https://»example.org/a", "a«\\»b", "«azureml:train:3»"})
  void whatNamesNoImage(String image) {
    Check.environment("name: train\nimage: %s\n".formatted(image))
        .finds("invalid-image")
        .as(Severity.ERROR)
        .unfixed();
  }

  @Test
  void anEmptyTextIsPointedAtAsAWhole() {
    Check.environment("name: train\nimage: '«»'\n").finds("invalid-image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python", "example.org:5000/a/b:1.0", "{{image}}", "${IMAGE}:1"})
  void imagesAndPlaceholdersAreFine(String image) {
    Check.environment("name: train\nimage: \"%s\"\n".formatted(image)).ignores("invalid-image");
  }
}
