package dev.envlens.docker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEndpointTest {

  @TempDir Path home;

  private DockerEndpoint at(Map<String, String> variables) {
    return at(variables, "Linux");
  }

  private DockerEndpoint at(Map<String, String> variables, String system) {
    return DockerEndpoint.of(MachineSettings.of(variables, true), home, system);
  }

  /** Makes the context as {@code docker context create} does. */
  private void context(String name, String host, boolean tls) throws IOException {
    docker("context", "create", name, "--docker", "host=" + host);
    if (tls) {
      try (var metas = Files.list(home.resolve(".docker/contexts/meta"))) {
        String id = metas.findFirst().orElseThrow().getFileName().toString();
        Path folder = home.resolve(".docker/contexts/tls").resolve(id).resolve("docker");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("ca.pem"), "a certificate\n");
      }
    }
  }

  private void docker(String... arguments) throws IOException {
    var line = new ArrayList<>(List.of("docker"));
    line.addAll(List.of(arguments));
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("DOCKER_CONFIG", home.resolve(".docker").toString());
    builder.environment().remove("DOCKER_HOST");
    var process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), said);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void variablesComeFirst() {
    var endpoint = at(Map.of("DOCKER_HOST", "build.example.com:2376", "DOCKER_TLS_VERIFY", "1"));
    assertEquals("tcp://build.example.com:2376", endpoint.host());
    assertEquals(Optional.of(home.resolve(".docker")), endpoint.certificates());
  }

  @Test
  void thenTheContextThatIsNamedOrCurrent() throws IOException {
    context("remote", "tcp://127.0.0.1:2376", true);
    var named = at(Map.of("DOCKER_CONTEXT", "remote"));
    assertEquals("tcp://127.0.0.1:2376", named.host());
    assertTrue(Files.exists(named.certificates().orElseThrow().resolve("ca.pem")));
    docker("context", "use", "remote");
    assertEquals(named, at(Map.of()));
    var fault = assertThrows(EngineFault.class, () -> at(Map.of("DOCKER_CONTEXT", "elsewhere")));
    assertTrue(fault.getMessage().contains("'elsewhere'"), fault::getMessage);
  }

  @Test
  void thenTheUsualSockets() throws IOException {
    Path runtime = Files.createDirectory(home.resolve("run"));
    Files.createFile(runtime.resolve("docker.sock"));
    String expected =
        Files.exists(Path.of("/var/run/docker.sock"))
            ? "unix:///var/run/docker.sock"
            : "unix://" + runtime.resolve("docker.sock");
    assertEquals(expected, at(Map.of("XDG_RUNTIME_DIR", runtime.toString())).host());
    assertEquals("npipe:////./pipe/docker_engine", at(Map.of(), "Windows 11").host());
  }

  @Test
  void reachesARemoteEngineByVariableAndByContext() throws IOException {
    var engine = DockerEngine.shared();
    try (var relay = new Relay(engine.host())) {
      for (var variables :
          List.of(Map.of("DOCKER_HOST", relay.address()), Map.of("DOCKER_CONTEXT", "relayed"))) {
        if (variables.containsKey("DOCKER_CONTEXT")) {
          context("relayed", relay.address(), false);
        }
        var all = new HashMap<>(variables);
        all.put("HOME", home.toString());
        try (var docker = DockerConnection.to(MachineSettings.of(all, true))) {
          assertEquals(relay.address(), docker.address());
          assertTrue(docker.questions().infoCmd().exec().getServerVersion() != null);
        }
      }
    }
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    var settings =
        MachineSettings.of(Map.of("DOCKER_HOST", "unix://" + home.resolve("none.sock")), true);
    try (var docker = DockerConnection.to(settings)) {
      var fault = assertThrows(EngineFault.class, docker::client);
      assertTrue(fault.getMessage().contains("doesn't answer. Start Docker"), fault::getMessage);
    }
  }

  /** Lets a real engine on a socket be reached over TCP. */
  private static final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final Path socket;

    Relay(String host) throws IOException {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      socket = Path.of(host.substring("unix://".length()));
      daemon(this::accept);
    }

    String address() {
      return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          var client = server.accept();
          daemon(() -> connect(client));
        }
      } catch (IOException closed) {
        return;
      }
    }

    private void connect(Socket client) {
      try (client;
          var engine = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        engine.connect(UnixDomainSocketAddress.of(socket));
        daemon(() -> answer(engine, client));
        var buffer = ByteBuffer.allocate(8192);
        var in = Channels.newChannel(client.getInputStream());
        while (in.read(buffer) >= 0) {
          engine.write(buffer.flip());
          buffer.clear();
        }
      } catch (IOException ended) {
        return;
      }
    }

    private static void answer(SocketChannel engine, Socket client) {
      try {
        var buffer = ByteBuffer.allocate(8192);
        while (engine.read(buffer) >= 0) {
          client.getOutputStream().write(buffer.array(), 0, buffer.position());
          buffer.clear();
        }
        client.close();
      } catch (IOException ended) {
        return;
      }
    }

    private static void daemon(Runnable work) {
      var thread = new Thread(work, "relay");
      thread.setDaemon(true);
      thread.start();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
