package dev.envlens.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalImagesTest {

  private static LocalImages images(String host, Duration limit) {
    var settings = MachineSettings.of(Map.of("DOCKER_HOST", host), true);
    return new LocalImages(
        settings,
        () -> {
          throw new AssertionError("docker-java isn't needed");
        },
        limit);
  }

  private static LocalImages images(String host) {
    return images(host, Duration.ofSeconds(20));
  }

  @Test
  void saysWhatTheEngineHas() {
    var engine = DockerEngine.shared();
    String id = engine.base("azureml/azureml_77:latest", Map.of("/etc/hello", "hello\n"));
    var image = images(engine.host()).find("azureml/azureml_77:latest").orElseThrow();
    assertEquals(id, image.id());
    assertEquals(id, image.digest(), "it was never pushed");
    assertTrue(image.tags().contains("azureml/azureml_77:latest"));
    assertTrue(image.size() > 100_000);
    assertTrue(image.created().orElseThrow().isAfter(Instant.now().minusSeconds(3600)));
    assertEquals(Optional.empty(), images(engine.host()).find("azureml/azureml_78:latest"));
  }

  @Test
  void saysTheSameThroughDockerJava() {
    var engine = DockerEngine.shared();
    engine.base("azureml/azureml_79:latest", Map.of());
    var settings = MachineSettings.of(Map.of("DOCKER_HOST", engine.host()), true);
    try (var connection = DockerConnection.to(settings)) {
      var inspected = new InspectedImage(() -> connection, Duration.ofSeconds(20));
      assertEquals(
          images(engine.host()).find("azureml/azureml_79:latest"),
          inspected.find("azureml/azureml_79:latest"));
      assertEquals(Optional.empty(), inspected.find("azureml/azureml_80:latest"));
    }
  }

  @Test
  void stoppedItIsSaidAndStartedItAnswersAgain() {
    try (var engine = DockerEngine.own()) {
      engine.base("azureml/azureml_77:latest", Map.of());
      var images = images(engine.host());
      assertTrue(images.find("azureml/azureml_77:latest").isPresent());
      engine.kill();
      var killed = assertThrows(EngineFault.class, () -> images.find("azureml/azureml_77:latest"));
      assertTrue(killed.getMessage().contains("isn't running. Start it"), killed.getMessage());
      engine.start();
      assertTrue(images.find("azureml/azureml_77:latest").isPresent());
    }
  }

  @Test
  void whereNoneWasInstalledThatIsSaid(@TempDir Path folder) {
    String host = "unix://" + folder.resolve("docker.sock");
    var fault = assertThrows(EngineFault.class, () -> images(host).find("a"));
    assertEquals(
        "There is no Docker engine at %s. Start Docker, install it, or say by DOCKER_HOST where it is."
            .formatted(host),
        fault.getMessage());
  }

  @Test
  void noAnswerEndsWithTheTimeLimit() throws Exception {
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String host = "tcp://127.0.0.1:" + silent.getLocalPort();
      var fault =
          assertThrows(EngineFault.class, () -> images(host, Duration.ofMillis(300)).find("a"));
      assertTrue(fault.getMessage().contains("did not answer within 0.3 s"), fault.getMessage());
    }
  }

  @Test
  void whatIsNoEngineIsSaid() throws Exception {
    try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var hangsUp =
          new Thread(
              () -> {
                try {
                  other.accept().close();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      hangsUp.start();
      String host = "tcp://127.0.0.1:" + other.getLocalPort();
      assertThrows(EngineFault.class, () -> images(host).find("a"));
      hangsUp.join();
    }
  }
}
