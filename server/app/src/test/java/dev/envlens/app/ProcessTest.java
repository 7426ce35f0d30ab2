package dev.envlens.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user starts: the {@code ./envlens} script with the packaged jar, as a process. */
@Timeout(120)
class ProcessTest {

  private static final Path ROOT = Path.of(System.getProperty("envlens.root"));

  @TempDir Path folder;

  /** Built first, as a user would: the script builds what the sources have become. */
  private Process start(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of(ROOT.resolve("envlens").toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("stderr"));
  }

  private static int end(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    return process.exitValue();
  }

  @Test
  void checkPrintsJsonAloneAndExitsByItsFindings() throws Exception {
    Files.writeString(folder.resolve("environment.yml"), "name: a b\nimage: python:3.11\n");
    var process = start("check", "--format", "json", ".");
    var output = read(process.getInputStream());
    assertEquals(1, end(process), this::quietErrors);
    var json = JsonParser.parseString(output).getAsJsonObject();
    assertEquals(1, json.get("environments").getAsInt());
    assertTrue(output.contains("invalid-name"), output);
  }

  @Test
  void theExamplesAreFine() throws Exception {
    var process = start("check", ROOT.resolve("docs/examples").toString());
    var output = read(process.getInputStream());
    assertEquals(0, end(process), this::quietErrors);
    assertTrue(output.contains("unpinned-package"), output);
  }

  @Test
  void theServerSpeaksTheProtocolAndNothingElse() throws Exception {
    var process = start("server", "--stdio");
    var out = new BufferedInputStream(process.getInputStream());
    send(process, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}");
    var capabilities = receive(out, "id").getAsJsonObject("result").getAsJsonObject("capabilities");
    assertTrue(capabilities.has("hoverProvider"));
    send(process, "{'jsonrpc':'2.0','method':'initialized','params':{}}");
    String uri = folder.resolve("environment.yml").toUri().toString();
    send(
        process,
        ("{'jsonrpc':'2.0','method':'textDocument/didOpen','params':{'textDocument':{'uri':'%s',"
                + "'languageId':'yaml','version':7,'text':'name: train\\nimage: python\\n'}}}")
            .formatted(uri));
    var published = receive(out, "method");
    assertEquals("textDocument/publishDiagnostics", published.get("method").getAsString());
    var params = published.getAsJsonObject("params");
    assertEquals(7, params.get("version").getAsInt());
    assertEquals(
        "floating-image",
        params.getAsJsonArray("diagnostics").get(0).getAsJsonObject().get("code").getAsString());
    send(
        process,
        ("{'jsonrpc':'2.0','id':2,'method':'textDocument/hover','params':{'textDocument':"
                + "{'uri':'%s'},'position':{'line':0,'character':7}}}")
            .formatted(uri));
    assertTrue(receive(out, "id").toString().contains("azureml/azureml_"));
    send(process, "{'jsonrpc':'2.0','id':3,'method':'shutdown'}");
    assertTrue(receive(out, "id").has("result"));
    send(process, "{'jsonrpc':'2.0','method':'exit'}");
    assertEquals(0, end(process), this::quietErrors);
    assertEquals(-1, out.read(), "nothing follows");
    assertEquals("", errors());
  }

  @Test
  void theServerEndsWithItsInput() throws Exception {
    var process = start("server");
    process.getOutputStream().close();
    assertEquals(1, end(process), this::quietErrors);
  }

  @Test
  void theServerEndsWithTheEditorThatStartedIt() throws Exception {
    var editor = new ProcessBuilder("sleep", "600").start();
    var process = start("server");
    var out = new BufferedInputStream(process.getInputStream());
    send(
        process,
        "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'processId':%d,'capabilities':{}}}"
            .formatted(editor.pid()));
    receive(out, "id");
    assertTrue(process.isAlive());
    editor.destroyForcibly();
    assertEquals(1, end(process), this::quietErrors);
  }

  @Test
  void misuseIsOneLine() throws Exception {
    var process = start("chek");
    assertEquals("", read(process.getInputStream()));
    assertEquals(2, end(process), this::quietErrors);
    assertEquals(1, errors().lines().count(), errors());
    assertFalse(errors().contains("\tat "), errors());
  }

  private String quietErrors() {
    try {
      return errors();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(Process process, String message) throws IOException {
    byte[] body = message.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    var out = process.getOutputStream();
    out.write(
        "Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  /** The next message that has {@code key}; every byte on the way must be the protocol's. */
  private static JsonObject receive(InputStream in, String key) throws IOException {
    while (true) {
      int length = -1;
      for (String header = line(in); !header.isEmpty(); header = line(in)) {
        assertTrue(header.matches("Content-(Length|Type): .*"), () -> "not a header");
        if (header.startsWith("Content-Length: ")) {
          length = Integer.parseInt(header.substring("Content-Length: ".length()));
        }
      }
      String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
      var message = JsonParser.parseString(body).getAsJsonObject();
      if (message.has(key)) {
        return message;
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      assertTrue(c >= 0, "the server ended");
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
