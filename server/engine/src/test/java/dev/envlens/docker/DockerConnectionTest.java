package dev.envlens.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
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

  @Test
  void anEngineThatBreaksOffIsToldWithoutTheWordsOfAnHttpClient() throws IOException {
    try (var cutOff = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var answering = new Thread(() -> breakOff(cutOff));
      answering.setDaemon(true);
      answering.start();
      var settings =
          new MachineSettings(
              true,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of("tcp://127.0.0.1:" + cutOff.getLocalPort()),
              Map.of());
      try (var connection = DockerConnection.to(settings)) {
        String said =
            assertThrows(
                    EngineFault.class,
                    () -> connection.ask(() -> connection.questions().infoCmd().exec()))
                .getMessage();
        assertTrue(said.endsWith(" went away in the middle. Start Docker, and try again."), said);
      }
    }
  }

  /** Stands in for an engine that dies while it answers. */
  private static void breakOff(ServerSocket server) {
    while (!server.isClosed()) {
      try (var caller = server.accept()) {
        var in = caller.getInputStream();
        for (int seen = 0; seen < 4; ) {
          int next = in.read();
          seen = next == '\r' || next == '\n' ? seen + 1 : 0;
        }
        caller
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException over) {
        return;
      }
    }
  }
}
