package dev.envlens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real {@code docker-registry} on a loopback port of its own, over plain HTTP. */
public final class OciRegistry implements AutoCloseable {

  /** The one that tests share which don't stop it; ends with the process. */
  private static final class Shared {
    private static final OciRegistry REGISTRY = own();
  }

  private final Part part = new Part("registry");
  private final int port = freePort();

  private OciRegistry() {}

  /** A registry that tests of one process share: nobody stops it. */
  public static OciRegistry shared() {
    return Shared.REGISTRY;
  }

  /** A registry for one test, which may do with it what it likes. */
  public static OciRegistry own() {
    var registry = new OciRegistry();
    registry.start();
    return registry;
  }

  /** Starts it, again after it was stopped: on the same port, with what it holds. */
  public void start() {
    start("");
  }

  /**
   * The same with more of its configuration.
   *
   * @param more YAML at the top level: {@code auth}, {@code storage} excepted
   */
  public void start(String more) {
    Path configuration = part.folder().resolve("config.yml");
    try {
      Files.writeString(
          configuration,
          """
          version: 0.1
          storage:
            filesystem:
              rootdirectory: %s
            delete:
              enabled: true
          http:
            addr: 127.0.0.1:%d
          """
                  .formatted(part.folder().resolve("data"), port)
              + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    part.start(
        List.of(Program.find("docker-registry").toString(), "serve", configuration.toString()),
        this::answers);
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** {@code 127.0.0.1:PORT}: what engines and clients take for a registry without TLS. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** A folder of this registry's own, for files that its configuration names. */
  public Path folder() {
    return part.folder();
  }

  public void stop() {
    part.stop(false);
  }

  @Override
  public void close() {
    part.close();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
