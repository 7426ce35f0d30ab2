package dev.envlens.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagesTest {

  @Test
  void aStageKnowsWhatItBuildsOn() {
    String text =
        """
        FROM --platform=$BUILDPLATFORM golang:1.22 AS Build
        RUN make
        FROM scratch as empty
        FROM build
        COPY a b
        FROM mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04@sha256:abc
        """;
    var stages = Dockerfile.parse(text).stages();
    assertEquals("golang:1.22", image(stages.get(0)).name().text());
    assertEquals("golang:1.22", stages.get(0).imageRange().of(text));
    assertEquals("Build", stages.get(0).name().orElseThrow().text());
    assertEquals(1, stages.get(0).instructions().size());
    assertInstanceOf(StageBase.Scratch.class, stages.get(1).base());
    assertEquals(new StageBase.Earlier(0), stages.get(2).base());
    assertEquals(
        "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04@sha256:abc",
        stages.get(3).imageRange().of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ARG T=3.12            | python:$T              | python:3.12",
        "ARG T=3.12            | python:${T}-slim       | python:3.12-slim",
        "ARG T=\"3.12\"        | python:${T}            | python:3.12",
        "ARG T='3.12'          | python:${T}            | python:3.12",
        "ARG T                 | python:${T:-3.11}      | python:3.11",
        "ARG T=                | python:${T:-3.11}      | python:3.11",
        "ARG T=                | python:3${T-.11}       | python:3",
        "ARG T=3.12            | python:${T:-3.11}      | python:3.12",
        "ARG G=1               | python:3${G:+-gpu}     | python:3-gpu",
        "ARG G                 | python:3${G:+-gpu}     | python:3",
        "ARG A=3 B=$A.12       | python:$B              | python:3.12",
        "ARG A=1\\nARG A=2     | python:$A              | python:2",
        "ARG A                 | ${A:-${B:-python}}:3   | python:3",
        "ARG I=x.io/y:1        | \"$I\"                 | x.io/y:1",
      })
  void variablesTakeTheirDefaults(String args, String image, String resolved) {
    var file = Dockerfile.parse(args.replace("\\n", "\n") + "\nFROM " + image + "\n");
    assertEquals(resolved, image(file.stages().get(0)).name().text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ARG T              | python:$T             | T",
        "ARG T=1            | python:$U             | U",
        "ARG T=1            | python:${T#x}         | T",
        "ARG T=$V           | python:$T             | T",
        "ARG TARGETARCH     | python:${TARGETARCH:-3} | TARGETARCH",
        "FROM x\\nARG T=1   | python:$T             | T",
        "ARG T              | python:${T:?say it}   | T",
      })
  void otherValuesAreUnknown(String before, String image, String variable) {
    var stages = Dockerfile.parse(before.replace("\\n", "\n") + "\nFROM " + image + "\n").stages();
    assertEquals(new StageBase.Unknown(List.of(variable)), stages.get(stages.size() - 1).base());
  }

  @ParameterizedTest
  @CsvSource({"python:${T", "python:${}", "python:${T:-", "python:${T:"})
  void anUnfinishedVariableIsUnknown(String image) {
    var stage = Dockerfile.parse("ARG T=1\nFROM " + image).stages().get(0);
    assertInstanceOf(StageBase.Unknown.class, stage.base());
  }

  @Test
  void aPartCanBeEditedWhereItComesFrom() {
    String text =
        """
        ARG NAME=python
        ARG TAG="latest"
        FROM ${NAME}:${TAG}
        FROM $NAME
        """;
    var stages = Dockerfile.parse(text).stages();
    var name = image(stages.get(0)).name();
    assertEquals("python:latest", name.text());
    assertEquals(text.indexOf("latest"), name.editable(7, 13).orElseThrow().start());
    assertEquals("latest", name.editable(7, 13).orElseThrow().of(text));
    assertEquals("python", name.editable(0, 6).orElseThrow().of(text));
    assertTrue(image(stages.get(0)).place().isEmpty(), "from two places");
    assertEquals(text.indexOf("python"), image(stages.get(1)).place().orElseThrow().start());
  }

  @Test
  void variablesThatDoubleEachOtherStaySmall() {
    var text = new StringBuilder("ARG A0=xxxxxxxxxx\n");
    for (int i = 1; i < 60; i++) {
      text.append("ARG A%d=$A%d$A%d\n".formatted(i, i - 1, i - 1));
    }
    var stage = Dockerfile.parse(text + "FROM $A59").stages().get(0);
    assertEquals(new StageBase.Unknown(List.of("A59")), stage.base());
  }

  private static StageBase.Image image(Stage stage) {
    return assertInstanceOf(StageBase.Image.class, stage.base());
  }
}
