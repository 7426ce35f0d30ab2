package dev.envlens.check;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagNotDigestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python:«3.11»",
        "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:«20240418.v1»"
      })
  void aTagCanMove(String image) {
    Check.environment("name: train\nimage: %s\n".formatted(image))
        .finds("tag-not-digest")
        .as(Severity.HINT)
        .unfixed();
  }

  @Test
  void aDigestCannotAndAFloatingImageIsAnotherMatter() {
    for (var image :
        List.of("python", "python:latest", "a:1@sha256:" + "0".repeat(64), "a:{{t}}")) {
      Check.environment("name: train\nimage: '%s'\n".formatted(image)).ignores("tag-not-digest");
    }
  }
}
