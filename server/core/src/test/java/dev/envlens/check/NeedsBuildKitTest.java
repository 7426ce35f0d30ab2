package dev.envlens.check;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsBuildKitTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«# syntax=docker/dockerfile:1»\nFROM python:3.12.8\n",
        "FROM python:3.12.8\nRUN «--mount=type=cache,target=/var/cache/pip» pip install numpy==1.26.4\n",
        "FROM python:3.12.8\nRUN «<<EOF»\necho a\nEOF\n",
        "FROM python:3.12.8\nCOPY «--chmod=755» a /a\n"
      })
  void whatOnlyBuildKitKnows(String text) {
    Check.file("Dockerfile", text).finds("needs-buildkit").as(Severity.INFORMATION).unfixed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM python:3.12.8\nRUN pip install numpy==1.26.4\n",
        "FROM --platform=linux/amd64 python:3.12.8 AS a\nCOPY --from=a --chown=1:1 a /a\n",
        "# escape=`\nFROM python:3.12.8\n",
        "FROM python:3.12.8\n# syntax=docker/dockerfile:1\n"
      })
  void othersAreNot(String text) {
    Check.file("Dockerfile", text).ignores("needs-buildkit");
  }

  @Test
  void itNamesTheThing() {
    Check.file("Dockerfile", "FROM python:3.12.8\nRUN «--mount=type=ssh» true\n")
        .finds("needs-buildkit")
        .saying(
            "Only BuildKit knows 'RUN --mount': Docker's classic builder can't build this file."
                + " Build it with BuildKit, or do without.");
  }
}
