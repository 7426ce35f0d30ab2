package dev.envlens.cli;

import dev.envlens.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Tells the person who typed a command how far it is, and ends it tidily when they interrupt it:
 * the process stays until what runs was stopped.
 */
final class InterruptedRun implements Progress, AutoCloseable {

  private static final long SECONDS_TO_STOP = 15;

  private final Shell shell;
  private final Thread hook = new Thread(this::interrupt, "interrupted");
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<Runnable> actions = new ArrayList<>();
  private boolean interrupted;

  private InterruptedRun(Shell shell) {
    this.shell = shell;
  }

  /** Begins to listen for signals that end the process. */
  static InterruptedRun of(Shell shell) {
    var run = new InterruptedRun(shell);
    Runtime.getRuntime().addShutdownHook(run.hook);
    return run;
  }

  private void interrupt() {
    List<Runnable> all;
    synchronized (this) {
      interrupted = true;
      all = List.copyOf(actions);
    }
    all.forEach(InterruptedRun::attempt);
    try {
      if (!ended.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
        shell.say("it doesn't stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that can't be done, as the engine is gone too, must not keep the others from it. */
  private static void attempt(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException gone) {
      // Whoever waits for what was to be ended says what became of it.
    }
  }

  @Override
  public void step(String title, int percent) {
    shell.say(title);
  }

  @Override
  public void line(String line) {
    shell.err().println(Visible.text(line));
  }

  @Override
  public synchronized boolean isCancelled() {
    return interrupted;
  }

  @Override
  public void whenCancelled(Runnable action) {
    synchronized (this) {
      if (!interrupted) {
        actions.add(action);
        return;
      }
    }
    action.run();
  }

  /** It has ended, stopped or not. */
  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // It runs already.
    }
  }
}
