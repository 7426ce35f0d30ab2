package dev.envlens.registry;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request over HTTP.
 *
 * @param accept which kinds of answer are wanted
 * @param authorization what proves who asks; it goes to this server alone
 * @param form what is sent, with {@code POST}
 */
record Request(
    String method, URI url, String accept, Optional<String> authorization, Optional<String> form) {

  /** Manifests and configurations are small; what is longer is something else. */
  private static final int MOST_BYTES = 8 << 20;

  private static final int MOST_REDIRECTS = 3;

  /** Sends it, and follows where the server says. */
  Answer send(Deadline deadline) throws IOException {
    var request = this;
    for (int i = 0; ; i++) {
      var answer = request.once(deadline);
      var location = answer.header("Location");
      if (answer.status() / 100 != 3 || location.isEmpty()) {
        return answer;
      }
      if (i == MOST_REDIRECTS) {
        throw new EOFException("redirected too often");
      }
      request = request.redirected(location.get());
    }
  }

  /** Where a registry keeps its blobs elsewhere, that place isn't told who asks. */
  private Request redirected(String location) throws IOException {
    URI to;
    try {
      to = url.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new EOFException("redirected to what is no address");
    }
    boolean kept = url.getScheme().equals(to.getScheme());
    if (!kept && !"https".equals(to.getScheme())) {
      throw new EOFException("redirected to what isn't encrypted");
    }
    boolean same = kept && url.getAuthority().equals(to.getAuthority());
    return new Request(method, to, accept, same ? authorization : Optional.empty(), form);
  }

  private Answer once(Deadline deadline) throws IOException {
    var connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(deadline.millis());
    connection.setReadTimeout(deadline.millis());
    connection.setRequestMethod(method);
    connection.setRequestProperty("Accept", accept);
    connection.setRequestProperty("User-Agent", "envlens");
    authorization.ifPresent(it -> connection.setRequestProperty("Authorization", it));
    if (form.isPresent()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      try (var out = connection.getOutputStream()) {
        out.write(form.get().getBytes(StandardCharsets.UTF_8));
      }
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new EOFException("no answer in HTTP");
    }
    return new Answer(status, connection::getHeaderField, body(connection, deadline));
  }

  private String body(HttpURLConnection connection, Deadline deadline) throws IOException {
    InputStream in =
        connection.getResponseCode() < 400
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (in == null || method.equals("HEAD")) {
      return "";
    }
    var body = new ByteArrayOutputStream();
    byte[] buffer = new byte[16 << 10];
    try (in) {
      for (int n = in.read(buffer); n >= 0 && body.size() <= MOST_BYTES; n = in.read(buffer)) {
        body.write(buffer, 0, n);
        connection.setReadTimeout(deadline.millis());
      }
    }
    // The JDK takes the end of a connection for the end of an answer.
    if (body.size() > MOST_BYTES || body.size() < connection.getContentLengthLong()) {
      throw new EOFException("not all of the answer");
    }
    return body.toString(StandardCharsets.UTF_8);
  }
}
