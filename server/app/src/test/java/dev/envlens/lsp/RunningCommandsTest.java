package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.Test;

/** What a client is told of something long, and what it can do about it. */
class RunningCommandsTest {

  /** A client that writes down what it is told; it answers when the test does. */
  private static final class Told implements EnvlensClient {
    private final List<String> all = new ArrayList<>();
    private final CompletableFuture<Void> created = new CompletableFuture<>();

    @Override
    public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
      say("create " + params.getToken().getLeft());
      return created;
    }

    @Override
    public void notifyProgress(ProgressParams params) {
      var value = params.getValue().getLeft();
      if (value instanceof WorkDoneProgressBegin begin) {
        say(
            "begin %s %s %s"
                .formatted(begin.getTitle(), begin.getMessage(), begin.getPercentage()));
      } else if (value instanceof WorkDoneProgressReport report) {
        say("report %s %s".formatted(report.getMessage(), report.getPercentage()));
      } else {
        say("end");
      }
    }

    @Override
    public void log(JsonObject lines) {
      say(lines.toString());
    }

    private synchronized void say(String what) {
      all.add(what);
    }

    private synchronized List<String> all() {
      return List.copyOf(all);
    }

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

    @Override
    public void showMessage(MessageParams messageParams) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams requestParams) {
      return new CompletableFuture<>();
    }

    @Override
    public void logMessage(MessageParams message) {}
  }

  private final Told client = new Told();

  private RunningCommand command(boolean given, boolean able) {
    Either<String, Integer> token = Either.forLeft("t");
    return new RunningCommand(
        new ProgressReports(client, token, given, new WindowFeatures(able, false)),
        Optional.of(new LogLines(client, token)),
        Runnable::run);
  }

  @Test
  void aClientThatCanIsAskedAndToldInOrder() {
    var command = command(false, true);
    command.step("one", 0);
    command.step("two", 30);
    assertEquals(List.of("create t"), client.all());
    client.created.complete(null);
    command.step("three", 20);
    command.step("four", 60);
    command.end();
    command.step("five", 70);
    assertEquals(
        List.of("create t", "begin envlens two 30", "report four 60", "end"), client.all());
  }

  @Test
  void thePercentageNeverFallsAndMayBeUnknown() {
    var command = command(true, false);
    command.step("one", 50);
    command.step("two", 20);
    command.end();
    assertEquals(List.of("begin envlens one 50", "report two 50", "end"), client.all());

    var other = new Told();
    var reports =
        new ProgressReports(other, Either.forLeft("t"), true, new WindowFeatures(false, false));
    reports.step("one", -1);
    reports.close();
    assertEquals(List.of("begin envlens one null", "end"), other.all());
  }

  @Test
  void aClientThatCanNotIsToldNothing() {
    var command = command(false, false);
    command.step("one", 0);
    command.end();
    assertEquals(List.of(), client.all());
  }

  @Test
  void aClientThatSaysNoIsToldNothingMore() {
    var command = command(false, true);
    command.step("one", 0);
    client.created.completeExceptionally(new IllegalStateException("no"));
    command.step("two", 1);
    command.end();
    assertEquals(List.of("create t"), client.all());
  }

  @Test
  void whatIsOverBeforeTheClientAnsweredIsEndedAllTheSame() {
    var command = command(false, true);
    command.step("one", 0);
    command.end();
    client.created.complete(null);
    assertEquals(List.of("create t", "begin envlens one 0", "end"), client.all());
  }

  @Test
  void whatSaysNoStepShowsNothing() {
    command(true, true).end();
    assertEquals(List.of(), client.all());
  }

  @Test
  void manyStepsAreFewReports() {
    var command = command(true, false);
    for (int i = 0; i <= 100; i++) {
      command.step("step " + i, i);
    }
    command.end();
    assertTrue(client.all().size() < 10, () -> client.all().toString());
    assertEquals("report step 100 100", client.all().get(client.all().size() - 2));
  }

  @Test
  void linesAreSentTogetherAndNoneIsLost() {
    var command = command(true, false);
    for (int i = 0; i < 1_500; i++) {
      command.line("line " + i);
    }
    command.end();
    var all = client.all();
    assertTrue(all.size() >= 2 && all.size() < 20, () -> all.size() + " messages");
    assertTrue(all.get(0).startsWith("{\"build\":\"t\",\"lines\":[\"line 0\",\"line 1\""));
    assertTrue(all.get(all.size() - 1).endsWith("\"line 1499\"]}"));
  }

  @Test
  void cancellingRunsEachActionOnce() {
    var command = command(true, false);
    var done = new ArrayList<String>();
    command.whenCancelled(() -> done.add("before"));
    assertFalse(command.isCancelled());
    command.cancel();
    command.cancel();
    command.whenCancelled(() -> done.add("after"));
    assertTrue(command.isCancelled());
    assertEquals(List.of("before", "after"), done);
  }

  @Test
  void whatHasEndedCanNotBeCancelled() {
    var command = command(true, false);
    var done = new ArrayList<String>();
    command.whenCancelled(() -> done.add("too late"));
    command.end();
    command.cancel();
    assertFalse(command.isCancelled());
    assertEquals(List.of(), done);
  }
}
