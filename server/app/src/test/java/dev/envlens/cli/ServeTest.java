package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ServeTest {

  private static final String INITIALIZE =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
  private static final String SHUTDOWN = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}";
  private static final String EXIT = "{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"server", "server --stdio", "server --stdio --clientProcessId=1"})
  void talksTheProtocolAndNothingElse(String line) {
    var answer =
        new Desk(folder).fed(messages(INITIALIZE, SHUTDOWN, EXIT), line.split(" ", -1)).exits(0);
    assertTrue(answer.out().startsWith("Content-Length: "), answer.out());
    assertTrue(
        answer.out().contains("\"serverInfo\":{\"name\":\"envlens\",\"version\":\"1.2.3\"}"));
    assertTrue(answer.out().contains("\"id\":2"), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void aClientThatIsGoneWithoutGoodbyeEndsIt() {
    new Desk(folder).fed(messages(INITIALIZE), "server").exits(1);
    new Desk(folder).fed(messages(INITIALIZE, SHUTDOWN), "server").exits(0);
  }

  @Test
  void theLogGoesToItsFileAndThePlaceOfOutputComesBack() throws IOException {
    var out = System.out;
    var file = Files.writeString(folder.resolve("log"), "before\n");
    String unknown = "{\"jsonrpc\":\"2.0\",\"method\":\"envlens/nonsense\"}";
    new Desk(folder)
        .fed(messages(INITIALIZE, unknown, SHUTDOWN, EXIT), "server", "--log-file", "log")
        .exits(0);
    assertTrue(Files.readString(file).startsWith("before\n"));
    assertSame(out, System.out);
  }

  @Test
  void aLogThatCannotBeWrittenIsSaid() {
    var answer = new Desk(folder).run("server", "--log-file", "no/such/folder/log").exits(2);
    assertTrue(answer.err().startsWith("envlens: can't write the log: "), answer.err());
  }

  @Test
  void takesOneClientOnASocket() throws Exception {
    var said = new PipedInputStream();
    var err = new PrintStream(new PipedOutputStream(said), true, StandardCharsets.UTF_8);
    var shell =
        new Shell(
            folder,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            () -> false);
    var status =
        CompletableFuture.supplyAsync(
            () ->
                new Cli("1.2.3", text -> text, Desk.NOW, Map.of())
                    .run(List.of("server", "--socket", "0"), shell));
    String line = firstLine(said);
    int port = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
    try (var client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      client
          .getOutputStream()
          .write(messages(INITIALIZE, SHUTDOWN, EXIT).getBytes(StandardCharsets.UTF_8));
      assertEquals(0, status.get(30, TimeUnit.SECONDS));
      var answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.contains("\"serverInfo\""), answer);
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static String messages(String... bodies) {
    return Stream.of(bodies)
        .map(body -> "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body))
        .collect(Collectors.joining());
  }
}
