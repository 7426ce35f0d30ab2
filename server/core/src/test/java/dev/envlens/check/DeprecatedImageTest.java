package dev.envlens.check;

import dev.envlens.image.DeprecatedImages;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import org.junit.jupiter.api.Test;

class DeprecatedImageTest {

  private static final String OLD = "mcr.microsoft.com/azureml/openmpi3.1.2-ubuntu16.04";

  private static final String NEW =
      DeprecatedImages.shipped()
          .find(((ParsedImage.Ok) ImageReference.parse(OLD)).reference())
          .orElseThrow()
          .image();

  @Test
  void theSuccessorIsOffered() {
    Check.environment("name: train\nimage: '«%s:20200101.v1»' # old\n".formatted(OLD))
        .finds("deprecated-image")
        .as(Severity.WARNING)
        .mentioning(NEW)
        .fixedBy(
            "Use '%s' (new hash)".formatted(NEW),
            "name: train\nimage: '%s' # old\n".formatted(NEW));
  }

  @Test
  void inADockerfileToo() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "FROM «%s:1» AS base\n".formatted(OLD))
        .finds("deprecated-image")
        .fixedBy(
            "Use '%s' (new hash)".formatted(NEW),
            "docker/Dockerfile",
            "FROM %s AS base\n".formatted(NEW));
  }

  @Test
  void theDefaultOfAnArgumentIsEditedWhereItStands() {
    Check.file("Dockerfile", "ARG BASE=%s:1\nFROM «$BASE»\n".formatted(OLD))
        .finds("deprecated-image")
        .fixedBy("Use '%s' (new hash)".formatted(NEW), "ARG BASE=%s\nFROM $BASE\n".formatted(NEW));
  }

  @Test
  void theDockerfileInAV1Definition() {
    Check.file("env.yml", "name: a\ndocker: {baseDockerfile: \"FROM «%s:1»\"}\n".formatted(OLD))
        .finds("deprecated-image")
        .fixedBy(
            "Use '%s' (new hash)".formatted(NEW),
            "name: a\ndocker: {baseDockerfile: \"FROM %s\"}\n".formatted(NEW));
  }

  @Test
  void theSuccessorItselfIsFine() {
    Check.environment("name: train\nimage: %s\n".formatted(NEW)).ignores("deprecated-image");
  }
}
