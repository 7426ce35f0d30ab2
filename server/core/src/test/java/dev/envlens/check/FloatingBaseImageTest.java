package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatingBaseImageTest {

  @Test
  void everyStageThatStartsFromAFloatingImage() {
    Check.file(
            "Dockerfile",
            """
            ARG TAG=latest
            FROM «python» AS build
            FROM build AS test
            FROM «debian:${TAG}»
            FROM scratch
            FROM python:3.11
            """)
        .finds("floating-base-image")
        .as(Severity.WARNING)
        .saying("'python' can change between builds. Name a version tag or, better, a digest.");
  }

  @Test
  void inTheDockerfileOfAnEnvironment() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "FROM «python»\n")
        .finds("floating-base-image");
  }

  @Test
  void inTheDockerfileOfAV1Definition() {
    Check.file("env.yml", "name: a\ndocker:\n  baseDockerfile: FROM «python»\n")
        .finds("floating-base-image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FROM $UNSET", "ARG A\nFROM python:$A", "FROM {{image}}", "FROM scratch"})
  void whatOnlyTheBuildKnowsIsFine(String text) {
    Check.file("Dockerfile", text + "\n").ignores("floating-base-image");
  }
}
