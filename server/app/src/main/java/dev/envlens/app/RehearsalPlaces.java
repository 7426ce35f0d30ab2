package dev.envlens.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Stands in for a Docker engine and a registry in a {@link Rehearsal}: has every image. */
final class RehearsalPlaces implements AutoCloseable {

  /**
   * Enough for an engine's image, version and build as well as for a registry's manifest and
   * configuration.
   */
  private static final String IMAGE =
      """
      {"ApiVersion": "1.41", "MinAPIVersion": "1.12", "stream": "Successfully built 012345678901\\n",
       "Id": "sha256:0", "RepoTags": ["a:1"], "RepoDigests": [], "Size": 1, "size": 1.5,
       "Created": "2026-06-01T12:00:00Z", "created": "2026-06-01T12:00:00Z",
       "Config": {"Labels": {"a": "b"}}, "config": {"digest": "sha256:0", "Labels": {"a": "b"}},
       "layers": [{"size": 1}], "known": true, "unknown": null}
      """;

  private final ServerSocket server;

  RehearsalPlaces() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "rehearsal-places");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * The environment in which they are the user's.
   *
   * @param folder for what would be kept of the user's
   */
  Map<String, String> variables(Path folder) {
    String address = "127.0.0.1:" + server.getLocalPort();
    return Map.of(
        "DOCKER_HOST",
        "tcp://" + address,
        "ENVLENS_REGISTRY",
        address,
        "ENVLENS_DATA",
        folder.resolve("data").toString(),
        "ENVLENS_CACHE",
        folder.resolve("cache").toString());
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException e) {
        // Whoever asked is gone, or the rehearsal is over.
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    boolean chunked = false;
    long length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      String header = line.toLowerCase(Locale.ROOT);
      chunked |= header.equals("transfer-encoding: chunked");
      if (header.startsWith("content-length: ")) {
        length = Long.parseLong(header.substring("content-length: ".length()));
      }
    }
    // Who hasn't sent all of a request yet doesn't listen to an answer.
    if (chunked) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("0") && in.readLine().isEmpty()) {
          break;
        }
      }
    } else {
      in.skip(length);
    }
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Docker-Content-Digest: sha256:0\r\nContent-Length: %d\r\n\r\n"
                .formatted(IMAGE.length());
    socket.getOutputStream().write((head + IMAGE).getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
