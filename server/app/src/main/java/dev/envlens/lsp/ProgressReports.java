package dev.envlens.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/**
 * What the client is shown of something long: a beginning with the first step, a report now and
 * then, an end. What never says a step shows nothing.
 */
final class ProgressReports implements AutoCloseable {

  /** Nobody reads faster, and a build may print thousands of lines in a second. */
  private static final long PAUSE_MILLISECONDS = 100;

  private static final String TITLE = "envlens";

  private enum State {
    /** No step yet. */
    SILENT,
    /** The client was asked whether it shows this. */
    ASKING,
    SHOWN,
    /** There is no way to show it, or it is over. */
    OVER
  }

  private record Step(String title, int percent) {}

  private final LanguageClient client;
  private final Either<String, Integer> token;
  private final boolean given;
  private final WindowFeatures features;
  private State state = State.SILENT;
  private Optional<Step> unsaid = Optional.empty();
  private boolean closed;
  private boolean due;
  private int furthest;

  /**
   * @param given whether the client gave the token, and so waits for what is said with it
   */
  ProgressReports(
      LanguageClient client,
      Either<String, Integer> token,
      boolean given,
      WindowFeatures features) {
    this.client = client;
    this.token = token;
    this.given = given;
    this.features = features;
  }

  synchronized void step(String title, int percent) {
    if (closed) {
      return;
    }
    unsaid = Optional.of(new Step(title, percent));
    switch (state) {
      case SILENT -> open();
      case SHOWN -> reportSoon();
      default -> {}
    }
  }

  private void open() {
    if (given) {
      begin();
    } else if (features.progress()) {
      state = State.ASKING;
      Workers.send(
          "Asking to show progress",
          client
              .createProgress(new WorkDoneProgressCreateParams(token))
              .whenComplete((done, failure) -> answered(failure == null)));
    } else {
      state = State.OVER;
    }
  }

  private synchronized void answered(boolean shows) {
    if (!shows) {
      state = State.OVER;
      return;
    }
    begin();
    if (closed) {
      finish();
    }
  }

  private void begin() {
    state = State.SHOWN;
    var begin = new WorkDoneProgressBegin();
    begin.setTitle(TITLE);
    begin.setCancellable(true);
    unsaid.ifPresent(
        step -> {
          begin.setMessage(step.title());
          begin.setPercentage(percent(step));
        });
    unsaid = Optional.empty();
    send(begin);
  }

  private void reportSoon() {
    if (!due) {
      due = true;
      Workers.later(PAUSE_MILLISECONDS, this::report);
    }
  }

  private synchronized void report() {
    due = false;
    if (state == State.SHOWN && unsaid.isPresent()) {
      var step = unsaid.get();
      unsaid = Optional.empty();
      var report = new WorkDoneProgressReport();
      report.setCancellable(true);
      report.setMessage(step.title());
      report.setPercentage(percent(step));
      send(report);
    }
  }

  /** The protocol wants it never to fall. */
  private Integer percent(Step step) {
    if (step.percent() < 0) {
      return null;
    }
    furthest = Math.max(furthest, Math.min(step.percent(), 100));
    return furthest;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (state == State.SHOWN) {
      finish();
    } else if (state == State.SILENT) {
      state = State.OVER;
    }
  }

  private void finish() {
    report();
    state = State.OVER;
    send(new WorkDoneProgressEnd());
  }

  private void send(WorkDoneProgressNotification notification) {
    client.notifyProgress(new ProgressParams(token, Either.forLeft(notification)));
  }
}
