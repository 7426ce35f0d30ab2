package dev.envlens.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DockerConnectionTest {

  @Test
  void reachesTheEngineThatTheSettingsName() {
    var engine = DockerEngine.shared();
    String id = engine.base("plain:1", Map.of("/etc/hello", "hello\n"));
    var settings =
        new MachineSettings(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(engine.host()),
            Map.of());
    try (var connection = DockerConnection.to(settings)) {
      assertEquals(id, connection.client().inspectImageCmd("plain:1").exec().getId());
      assertTrue(connection.address().startsWith("unix://"));
    }
  }
}
