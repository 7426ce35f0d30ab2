package dev.envlens.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.envlens.testing.DockerEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tests' own engines leave nothing that runs, however they end. */
class LeftoversTest {

  @Test
  void nothingOutlivesAKilledEngine() {
    String folder;
    try (var engine = DockerEngine.own()) {
      folder = engine.host().substring("unix://".length()).replace("/sock", "/");
      engine.base("left/base:1", Map.of());
      engine.docker("run", "-d", "--network", "host", "left/base:1", "sleep", "1000");
      engine.kill();
    }
    assertEquals(
        List.of(),
        ProcessHandle.allProcesses()
            .flatMap(process -> process.info().commandLine().stream())
            .filter(line -> line.contains(folder))
            .toList());
    assertFalse(Files.exists(Path.of(folder)));
  }
}
