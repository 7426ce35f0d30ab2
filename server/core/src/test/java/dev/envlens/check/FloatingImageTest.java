package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatingImageTest {

  @ParameterizedTest
  @ValueSource(strings = {"python", "python:latest", "example.org:5000/team/train"})
  void anImageWithoutAVersionFloats(String image) {
    Check.environment(
            """
            name: train
            image: «%s»
            """
                .formatted(image))
        .finds("floating-image")
        .as(Severity.WARNING)
        .saying(
            "'%s' can change between builds. Name a version tag or, better, a digest."
                .formatted(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python:3.11", "python:{{tag}}", "$IMAGE", "not an image"})
  void aVersionAPlaceholderAndWhatIsNoImageDoNot(String image) {
    Check.environment("name: train\nimage: %s\n".formatted(image)).ignores("floating-image");
  }

  @Test
  void aDigestPins() {
    Check.environment("name: train\nimage: python@sha256:%s\n".formatted("0".repeat(64)))
        .ignores("floating-image");
  }

  @Test
  void aV1DefinitionIsCheckedToo() {
    Check.file(
            "azureml_environment.json",
            """
            {"name": "train", "docker": {"baseImage": "«python»"}}
            """)
        .finds("floating-image");
  }
}
