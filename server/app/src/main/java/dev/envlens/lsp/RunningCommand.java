package dev.envlens.lsp;

import dev.envlens.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One command while it runs: what it says goes to the client, and the client may cancel it. */
final class RunningCommand implements Progress {

  private static final Logger LOG = LoggerFactory.getLogger(RunningCommand.class);

  private final ProgressReports reports;
  private final Optional<LogLines> lines;
  private final Executor executor;
  private final List<Runnable> onCancel = new ArrayList<>();
  private final List<Runnable> onEnd = new ArrayList<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private boolean cancelled;
  private boolean ended;

  /**
   * @param lines takes what programs print, where the client wants it
   * @param executor stops what is to be stopped, which may take a while
   */
  RunningCommand(ProgressReports reports, Optional<LogLines> lines, Executor executor) {
    this.reports = reports;
    this.lines = lines;
    this.executor = executor;
  }

  @Override
  public void step(String title, int percent) {
    reports.step(title, percent);
  }

  @Override
  public void line(String line) {
    lines.ifPresent(log -> log.add(line));
  }

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void whenCancelled(Runnable action) {
    synchronized (this) {
      if (ended) {
        return;
      }
      if (!cancelled) {
        onCancel.add(action);
        return;
      }
    }
    run(action);
  }

  void cancel() {
    List<Runnable> actions;
    synchronized (this) {
      if (cancelled || ended) {
        return;
      }
      cancelled = true;
      actions = List.copyOf(onCancel);
      onCancel.clear();
    }
    for (var action : actions) {
      try {
        executor.execute(() -> run(action));
      } catch (RejectedExecutionException e) {
        run(action); // the server is shutting down
      }
    }
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("Cancelling failed: {}", e.getMessage());
    }
  }

  /** Has {@code action} run at the end. */
  synchronized void whenEnded(Runnable action) {
    onEnd.add(action);
  }

  /** Nothing more is said. */
  void end() {
    List<Runnable> actions;
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
      onCancel.clear();
      actions = List.copyOf(onEnd);
    }
    lines.ifPresent(LogLines::close);
    reports.close();
    actions.forEach(RunningCommand::run);
    over.complete(null);
  }

  /** Completes at the end. */
  CompletableFuture<Void> over() {
    return over;
  }
}
