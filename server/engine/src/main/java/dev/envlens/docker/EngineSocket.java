package dev.envlens.docker;

import dev.envlens.json.Json;
import dev.envlens.setup.MachineSettings;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.MissingNode;

/**
 * A socket that an engine listens on without TLS.
 *
 * @param address as {@code DOCKER_HOST} says it
 */
record EngineSocket(String address) {

  private static final String USUAL = "unix:///var/run/docker.sock";
  private static final int MOST_BYTES = 8 << 20;

  /** What the engine answered. */
  record Answer(int status, String body) {}

  /** The engine that {@code settings} lead to, where it has such a socket. */
  static Optional<EngineSocket> of(MachineSettings settings) {
    var named = settings.dockerHost().or(() -> settings.variable("DOCKER_HOST"));
    if (named.isEmpty()
        && (usesContext(settings) || System.getProperty("os.name").startsWith("Windows"))) {
      return Optional.empty();
    }
    boolean encrypted = settings.variable("DOCKER_TLS_VERIFY").isPresent();
    return named
        .or(() -> Optional.of(USUAL))
        .filter(
            address ->
                address.startsWith("unix://") || (address.startsWith("tcp://") && !encrypted))
        .map(EngineSocket::new);
  }

  /** Whether Docker's configuration leads elsewhere. */
  private static boolean usesContext(MachineSettings settings) {
    var folder =
        settings
            .variable("DOCKER_CONFIG")
            .or(() -> settings.variable("HOME").map(home -> home + "/.docker"));
    return settings
        .variable("DOCKER_CONTEXT")
        .or(() -> folder.flatMap(EngineSocket::context))
        .filter(context -> !context.equals("default"))
        .isPresent();
  }

  private static Optional<String> context(String folder) {
    try {
      var text = Files.readString(Path.of(folder, "config.json"));
      return Json.text(Json.parse(text).orElseGet(MissingNode::getInstance), "/currentContext");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks for what is at {@code path}.
   *
   * @throws EngineFault when there is no answer
   */
  Answer get(String path, Duration limit) {
    try (var channel = open();
        var selector = Selector.open()) {
      channel.configureBlocking(false);
      var key = channel.register(selector, SelectionKey.OP_CONNECT);
      return exchange(channel, selector, key, path, System.nanoTime() + limit.toNanos());
    } catch (SocketTimeoutException e) {
      throw new EngineFault(slow(address, limit), e);
    } catch (EOFException e) {
      throw new EngineFault(
          "The Docker engine at %s broke off in the middle of its answer. Look whether it still runs."
              .formatted(address),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw new EngineFault(unreachable(address), e);
    }
  }

  private Answer exchange(
      SocketChannel channel, Selector selector, SelectionKey key, String path, long end)
      throws IOException {
    if (!channel.connect(socketAddress())) {
      while (!channel.finishConnect()) {
        await(selector, end);
      }
    }
    // By HTTP/1.0 the answer comes in one piece and ends with the connection.
    var request =
        ByteBuffer.wrap(
            "GET %s HTTP/1.0\r\nHost: docker\r\nUser-Agent: envlens\r\n\r\n"
                .formatted(path)
                .getBytes(StandardCharsets.US_ASCII));
    key.interestOps(SelectionKey.OP_WRITE);
    while (request.hasRemaining()) {
      if (channel.write(request) == 0) {
        await(selector, end);
      }
    }
    key.interestOps(SelectionKey.OP_READ);
    var answer = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(16 << 10);
    for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer.clear())) {
      answer.write(buffer.array(), 0, n);
      if (n == 0) {
        await(selector, end);
      }
      if (answer.size() > MOST_BYTES) {
        throw new EOFException("not all of the answer");
      }
    }
    return parse(answer.toString(StandardCharsets.UTF_8));
  }

  private static void await(Selector selector, long end) throws IOException {
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      throw new SocketTimeoutException();
    }
    selector.select(left);
    selector.selectedKeys().clear();
    if (Thread.currentThread().isInterrupted()) {
      throw new SocketTimeoutException();
    }
  }

  private static Answer parse(String text) throws EOFException {
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || !text.matches("(?s)HTTP/1\\.\\d \\d{3}[ \r].*")) {
      throw new EOFException("no answer in HTTP");
    }
    return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(head + 4));
  }

  private SocketChannel open() throws IOException {
    return isFile() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
  }

  private SocketAddress socketAddress() {
    if (isFile()) {
      return UnixDomainSocketAddress.of(file(address));
    }
    var uri = URI.create(address);
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 2375 : uri.getPort());
  }

  private boolean isFile() {
    return address.startsWith("unix://");
  }

  private static Path file(String address) {
    return Path.of(address.substring("unix://".length()));
  }

  static String slow(String address, Duration limit) {
    return "The Docker engine at %s did not answer within %s s. Look whether it is well."
        .formatted(address, limit.toMillis() / 1000.0)
        .replace(".0 s", " s");
  }

  /** Why nothing answers there, as far as can be seen. */
  static String unreachable(String address) {
    if (address.startsWith("unix://")) {
      Path file = file(address);
      if (!Files.exists(file)) {
        return "There is no Docker engine at %s. Start Docker, install it, or say by DOCKER_HOST where it is."
            .formatted(address);
      }
      if (!Files.isWritable(file)) {
        return "You have no right to use the Docker engine at %s. Have yourself added to the group that %s belongs to, often 'docker', and log in anew."
            .formatted(address, file);
      }
    }
    return "The Docker engine at %s isn't running. Start it, or say by DOCKER_HOST where another one is."
        .formatted(address);
  }
}
