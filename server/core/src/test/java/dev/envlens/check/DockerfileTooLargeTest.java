package dev.envlens.check;

import org.junit.jupiter.api.Test;

class DockerfileTooLargeTest {

  private static final int MOST = 100 * 1024;

  @Test
  void moreThanTheServiceTakes() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "«FROM scratch»\n" + "# ü".repeat(MOST / 4 + 1))
        .finds("dockerfile-too-large")
        .as(Severity.ERROR)
        .mentioning("101 KB");
  }

  @Test
  void aV1DefinitionHoldsItsDockerfile() {
    Check.file(
            "env.yml",
            "name: a\ndocker: {«baseDockerfile»: \"FROM scratch%s\"}\n".formatted(" ".repeat(MOST)))
        .finds("dockerfile-too-large");
  }

  @Test
  void theLimitItselfIsFine() {
    String head = "FROM scratch\n#";
    Check.file("Dockerfile", head + "x".repeat(MOST - head.length()))
        .ignores("dockerfile-too-large");
  }
}
