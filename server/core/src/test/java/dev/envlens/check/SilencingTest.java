package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilencingTest {

  private static long count(Check check) {
    return check.findings().stream()
        .filter(finding -> finding.severity().isAtLeast(Severity.WARNING))
        .count();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: python # envlens: ignore",
        "image: python # envlens: ignore floating-image",
        "image: python #envlens:ignore floating-image",
        "image: python # envlens: ignore unknown-key, floating-image",
        "image: python # envlens: ignore unknown-key floating-image",
        "# envlens: ignore\nimage: python",
        "# envlens: ignore floating-image\n# for now\n\nimage: python",
        "  # envlens: ignore floating-image\nimage: python"
      })
  void aCommentSilencesItsLineOrTheNext(String lines) {
    Check.environment("name: train\n%s\n".formatted(lines)).ignores("floating-image");
    Check.environment("name: train\n%s\n".formatted(lines).replace("\n", "\r\n"))
        .ignores("floating-image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: «python» # envlens: ignore unknown-key",
        "image: «python» # envlens: ignore no-such-code",
        "image: «python» # envlens: ignored",
        "image: «python» # envlens ignore",
        "image: «python»\n# envlens: ignore",
        "# envlens: ignore\nversion: 1\nimage: «python»",
        "image: «python» # envlens: ignore-file",
        "image: «python»\n# envlens: ignore-file"
      })
  void inAnotherPlaceOrForAnotherCodeItSilencesNothing(String lines) {
    Check.environment("name: train\n%s\n".formatted(lines)).finds("floating-image");
  }

  @Test
  void severalCodesInOneLine() {
    assertEquals(0, count(Check.environment("{name: a b, image: python} # envlens: ignore\n")));
    assertEquals(
        1, count(Check.environment("{name: a b, image: python} # envlens: ignore invalid-name\n")));
    assertEquals(
        0,
        count(
            Check.environment(
                "{name: a b, image: python} # envlens: ignore invalid-name, floating-image\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# envlens: ignore-file\n",
        "# envlens: ignore-file floating-image\n",
        "# a comment\n\n# envlens: ignore-file unknown-key, floating-image\n---\n"
      })
  void aCommentAtTheTopSilencesTheFile(String head) {
    Check.environment(head + "name: train\nimage: python\n").ignores("floating-image");
  }

  @Test
  void aFileSilencedForOneCodeIsCheckedForOthers() {
    Check.environment("# envlens: ignore-file floating-image\nname: «a b»\nimage: python\n")
        .finds("invalid-name");
  }

  @Test
  void inADockerfileCommentsStandAlone() {
    Check.file("Dockerfile", "# envlens: ignore floating-base-image\nFROM python\nFROM «debian»\n")
        .finds("floating-base-image");
    Check.file("Dockerfile", "# syntax=docker/dockerfile:1\n# envlens: ignore-file\nFROM python\n")
        .findsNothing();
  }

  @Test
  void aLinkedFileSilencesItselfAndNoOther() {
    Check.environment("name: train\nimage: «python»\nconda_file: conda.yml\n")
        .with("conda.yml", "# envlens: ignore-file\nchanels: [a]\ndependencies: [python=3.11]\n")
        .finds("floating-image");
    Check.environment("name: train\nimage: python\nconda_file: conda.yml\n")
        .with(
            "conda.yml",
            "channels: [a]\nchannels: [a] # envlens: ignore duplicate-key\ndependencies: [python=3.11]\n")
        .ignores("duplicate-key");
  }

  @Test
  void anotherCommentMayStandBefore() {
    Check.environment("name: train\nimage: python:latest # noqa # envlens: ignore floating-image\n")
        .ignores("floating-image");
    Check.environment(
            "name: train\nimage: python:3.12.8 # noqa  # envlens: ignore «floating-image»\n")
        .finds("unused-ignore");
    Check.environment("# as in: # envlens: ignore\nname: train\nimage: «python:latest»\n")
        .finds("floating-image");
  }
}
