package dev.envlens.check;

import org.junit.jupiter.api.Test;

class StaleKeyTest {

  @Test
  void anOldNameIsReplaced() {
    Check.environment(
            """
            name: train
            build:
              «local_path»: docker # the context
            """)
        .with("docker/Dockerfile", "FROM scratch\n")
        .finds("stale-key")
        .as(Severity.ERROR)
        .fixedBy(
            "Rename to 'path'",
            """
            name: train
            build:
              path: docker # the context
            """);
  }

  @Test
  void besideTheNewOneItGoes() {
    Check.environment(
            """
            name: train
            build: {«local_path»: old, path: docker}
            """)
        .with("docker/Dockerfile", "FROM scratch\n")
        .finds("stale-key")
        .fixedBy("Remove the old key", "name: train\nbuild: {path: docker}\n");
  }

  @Test
  void itIsNotCalledUnknownAndItsPathNotMissing() {
    Check.environment("name: train\nbuild: {local_path: docker}\n")
        .with("docker/Dockerfile", "FROM scratch\n")
        .ignores("unknown-key")
        .ignores("build-without-path");
  }

  @Test
  void theNewNameIsFine() {
    Check.environment("name: train\nbuild: {path: docker}\n")
        .with("docker/Dockerfile", "FROM scratch\n")
        .ignores("stale-key");
  }
}
