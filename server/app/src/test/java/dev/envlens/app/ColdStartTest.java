package dev.envlens.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What takes long to load isn't loaded by a server that doesn't need it. */
@Timeout(120)
class ColdStartTest {

  private static final List<String> HEAVY =
      List.of("com.github.dockerjava.", "org.sqlite.", "land.oras.", "com.fasterxml.jackson.");

  @TempDir Path folder;

  @Test
  void aServerThatIsNotTrustedLoadsNoLibraryOfWhatItMayNotAsk() throws Exception {
    Path classes = folder.resolve("classes.txt");
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xlog:class+load:file=" + classes,
                "-cp",
                path,
                "dev.envlens.app.Main",
                "server")
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    try (var out = process.getOutputStream();
        var in = process.getInputStream()) {
      String uri = folder.resolve("environment.yml").toUri().toString();
      var document = Map.of("uri", uri);
      var start = Map.of("line", 0, "character", 0);
      send(out, request(1, "initialize", Map.of("capabilities", Map.of())));
      send(out, Map.of("jsonrpc", "2.0", "method", "initialized", "params", Map.of()));
      send(
          out,
          Map.of(
              "jsonrpc",
              "2.0",
              "method",
              "textDocument/didOpen",
              "params",
              Map.of(
                  "textDocument",
                  Map.of(
                      "uri",
                      uri,
                      "languageId",
                      "yaml",
                      "version",
                      1,
                      "text",
                      "name: train\nimage: python\n"))));
      send(
          out,
          request(2, "textDocument/hover", Map.of("textDocument", document, "position", start)));
      upTo(in, "\"id\":2");
      upTo(in, "azureml/azureml_");
      send(out, request(3, "textDocument/codeLens", Map.of("textDocument", document)));
      upTo(in, "\"id\":3");
      send(out, request(4, "shutdown", null));
      send(out, Map.of("jsonrpc", "2.0", "method", "exit"));
    }
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    try (Stream<String> loaded = Files.lines(classes)) {
      assertEquals(
          List.of(),
          loaded.filter(line -> HEAVY.stream().anyMatch(line::contains)).limit(5).toList());
    }
    assertTrue(Files.readString(classes).contains("dev.envlens.lsp.LiveFacts "), "it ran");
  }

  /** Reads what the server says, up to {@code end}. */
  private static void upTo(InputStream in, String end) throws IOException {
    var said = new StringBuilder();
    while (said.indexOf(end) < 0) {
      int next = in.read();
      assertTrue(next >= 0, () -> "the server ended: " + said);
      said.append((char) next);
    }
  }

  private static Map<String, Object> request(int id, String method, Object params) {
    return params == null
        ? Map.of("jsonrpc", "2.0", "id", id, "method", method)
        : Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params);
  }

  private static void send(OutputStream out, Object message) throws IOException {
    byte[] body = new Gson().toJson(message).getBytes(StandardCharsets.UTF_8);
    out.write(
        "Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }
}
