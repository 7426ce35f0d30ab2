package dev.envlens.run;

import dev.envlens.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** Stops something when it is told to. */
final class Stopping implements Progress {

  private final List<Runnable> actions = new ArrayList<>();
  private boolean cancelled;

  /** Says stop, and waits until that is done. */
  void stop() {
    List<Runnable> all;
    synchronized (this) {
      cancelled = true;
      all = List.copyOf(actions);
    }
    all.forEach(Runnable::run);
  }

  @Override
  public void step(String title, int percent) {}

  @Override
  public void line(String line) {}

  @Override
  public synchronized boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void whenCancelled(Runnable action) {
    boolean now;
    synchronized (this) {
      actions.add(action);
      now = cancelled;
    }
    if (now) {
      action.run();
    }
  }
}
