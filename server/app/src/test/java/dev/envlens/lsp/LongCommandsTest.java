package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.envlens.testing.DockerEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that take long, on a real engine: they are watched and cancelled. */
@Timeout(120)
class LongCommandsTest {

  private static final String ENVIRONMENT = "name: long\nimage: long-commands:1\n";

  @TempDir Path folder;

  private final DockerEngine engine = DockerEngine.shared();

  private Editor editor() {
    engine.base("long-commands:1", Map.of());
    var options = new JsonObject();
    options.addProperty("dockerHost", engine.host());
    options.addProperty("log", true);
    return Editor.trustingAndRefreshed(folder, options).open("environment.yml", ENVIRONMENT);
  }

  private static JsonObject argument(Editor editor, String... command) {
    var words = new JsonArray();
    List.of(command).forEach(words::add);
    var argument = new JsonObject();
    argument.addProperty("uri", editor.uri("environment.yml"));
    argument.add("command", words);
    argument.addProperty("network", "host");
    return argument;
  }

  private static CompletableFuture<Object> start(Editor editor, String token, String... command) {
    var params = new ExecuteCommandParams("envlens.server.run", List.of(argument(editor, command)));
    params.setWorkDoneToken(token);
    return editor.remote().getWorkspaceService().executeCommand(params);
  }

  private static int code(CompletableFuture<Object> answer) {
    var failure = assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
    return ((ResponseErrorException) failure.getCause()).getResponseError().getCode();
  }

  /** Those that have ended, too. */
  private String containers() {
    return engine.docker("ps", "-aq");
  }

  private String running() {
    return engine.docker("ps", "-q");
  }

  @Test
  void progressBeginsReportsAndEndsAndLinesArrive() {
    try (var editor = editor()) {
      var result = editor.run("envlens.server.run", argument(editor, "echo", "hello there"));
      assertTrue(result.isJsonObject(), result::toString);
      var progress = editor.progress();
      assertTrue(progress.get(0).startsWith("envlens-1 begin "), progress::toString);
      assertEquals("envlens-1 end", progress.get(progress.size() - 1));
      assertTrue(
          progress.subList(1, progress.size() - 1).stream()
              .allMatch(one -> one.startsWith("envlens-1 report ")),
          progress::toString);
      assertTrue(editor.log().contains("hello there"), () -> editor.log().toString());
      assertEquals(1, editor.takeMessages().size(), "what was done is said");
      editor.until(
          "registered", () -> editor.lenses("environment.yml").get(0).contains("registered as 1"));
    }
  }

  @Test
  void theWindowCancelsWhatItShows() {
    try (var editor = editor()) {
      var answer = start(editor, "mine", "sh", "-c", "echo started; sleep 60");
      editor.until("running", () -> editor.log().contains("started"));
      assertTrue(editor.hover("environment.yml", "name").contains("Hash"), "others are answered");
      editor.remote().cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft("mine")));
      assertEquals(ResponseErrorCode.RequestCancelled.getValue(), code(answer));
      var progress = editor.settle().progress();
      assertTrue(progress.get(0).startsWith("mine begin "), progress::toString);
      assertEquals("mine end", progress.get(progress.size() - 1));
      editor.until("stopped", () -> running().isEmpty());
    }
  }

  @Test
  void whoeverWithdrawsTrustCancelsWhatRuns() {
    try (var editor = editor()) {
      var answer = start(editor, "mine", "sh", "-c", "echo started; sleep 60");
      editor.until("running", () -> editor.log().contains("started"));
      editor.trust(false);
      assertEquals(ResponseErrorCode.RequestCancelled.getValue(), code(answer));
      editor.until("stopped", () -> running().isEmpty());
    }
  }

  @Test
  void cancellingTheRequestCancelsTheCommand() {
    try (var editor = editor()) {
      var answer = start(editor, "mine", "sh", "-c", "echo started; sleep 60");
      editor.until("running", () -> editor.log().contains("started"));
      answer.cancel(true);
      // The server's answer may be faster than the client's own.
      assertThrows(RuntimeException.class, answer::join);
      editor.until("stopped", () -> running().isEmpty());
      editor.until("ended", () -> editor.progress().contains("mine end"));
    }
  }

  @Test
  void theEndOfTheServerCancelsWhatRunsAndLeavesNothing() {
    String before = containers();
    try (var editor = editor()) {
      var unused = start(editor, "mine", "sh", "-c", "echo started; sleep 60");
      editor.until("running", () -> editor.log().contains("started"));
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!containers().equals(before)) {
      assertTrue(System.nanoTime() < end, () -> "still there: " + containers());
    }
  }

  @Test
  void whereTrustIsMissingTheCommandSaysSo() {
    try (var editor = editor()) {
      editor.trust(false);
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), code(start(editor, "mine", "true")));
      assertEquals(List.of(), editor.progress());
    }
  }
}
