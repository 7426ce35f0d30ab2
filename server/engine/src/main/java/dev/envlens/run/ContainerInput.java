package dev.envlens.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The way into a container, on a connection of its own: docker-java's doesn't tell the container
 * that the input has ended, so a command that reads to the end would never end.
 */
final class ContainerInput implements AutoCloseable {

  private static final int USUAL_PORT = 2375;
  private static final int LONGEST_HEAD = 64 * 1024;

  private final SocketChannel channel;

  private ContainerInput(SocketChannel channel) {
    this.channel = channel;
  }

  /** Whether an engine at {@code address} can be reached so: through a socket without TLS. */
  static boolean reaches(String address) {
    return address.startsWith("unix://") || address.startsWith("tcp://");
  }

  /** Attaches to the input of a container that wasn't started yet. */
  static ContainerInput to(String address, String container) throws IOException {
    var channel = open(URI.create(address));
    try {
      String request =
          "POST /containers/%s/attach?stream=1&stdin=1 HTTP/1.1\r\nHost: docker\r\nUser-Agent: envlens\r\nConnection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: 0\r\n\r\n"
              .formatted(container);
      write(channel, ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      String head = head(channel);
      if (!head.matches("(?s)HTTP/1\\.\\d (101|200) .*")) {
        throw new IOException("the engine answered " + head.lines().findFirst().orElse("nothing"));
      }
      return new ContainerInput(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static SocketChannel open(URI address) throws IOException {
    if (address.getScheme().equals("unix")) {
      var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      channel.connect(UnixDomainSocketAddress.of(Path.of(address.getPath())));
      return channel;
    }
    int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
    return SocketChannel.open(new InetSocketAddress(address.getHost(), port));
  }

  private static String head(SocketChannel channel) throws IOException {
    var head = new StringBuilder();
    var one = ByteBuffer.allocate(1);
    while (head.indexOf("\r\n\r\n") < 0) {
      if (channel.read(one.clear()) < 0 || head.length() > LONGEST_HEAD) {
        throw new EOFException("the engine broke off in the middle of its answer");
      }
      head.append((char) one.get(0));
    }
    return head.toString();
  }

  private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Passes on all of {@code in}, and its end, on a thread of its own. */
  void feed(InputStream in) {
    var thread =
        new Thread(
            () -> {
              try {
                byte[] piece = new byte[8192];
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                  write(channel, ByteBuffer.wrap(piece, 0, read));
                }
                channel.shutdownOutput();
              } catch (IOException ended) {
                // The command doesn't read any more.
              }
            },
            "run-input");
    thread.setDaemon(true); // one that waits for a terminal must not keep the process alive
    thread.start();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
