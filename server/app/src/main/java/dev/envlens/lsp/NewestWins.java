package dev.envlens.lsp;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does some work for keys, one at a time for each key. A key that is submitted while its work waits
 * is done once; one submitted while its work runs is done once more, with what is newest then.
 */
final class NewestWins<K> {

  private static final Logger LOG = LoggerFactory.getLogger(NewestWins.class);

  private enum State {
    WAITING,
    RUNNING,
    RUNNING_AND_DIRTY
  }

  private final Executor executor;
  private final Consumer<K> work;
  private final Map<K, State> states = new HashMap<>();
  private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

  NewestWins(Executor executor, Consumer<K> work) {
    this.executor = executor;
    this.work = work;
  }

  synchronized void submit(K key) {
    var state = states.get(key);
    if (state == null) {
      if (states.isEmpty()) {
        idle = new CompletableFuture<>();
      }
      states.put(key, State.WAITING);
      start(key);
    } else if (state == State.RUNNING) {
      states.put(key, State.RUNNING_AND_DIRTY);
    }
  }

  /** Completes when nothing is waiting or running. */
  synchronized CompletableFuture<Void> idle() {
    return idle;
  }

  private void start(K key) {
    try {
      executor.execute(() -> run(key));
    } catch (RejectedExecutionException e) {
      done(key); // the server is shutting down
    }
  }

  private void run(K key) {
    synchronized (this) {
      states.put(key, State.RUNNING);
    }
    try {
      work.accept(key);
    } catch (CancellationException e) {
      LOG.debug("Work on {} was given up", key);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("Work on {} failed", key, e);
    } finally {
      done(key);
    }
  }

  private synchronized void done(K key) {
    if (states.get(key) == State.RUNNING_AND_DIRTY) {
      states.put(key, State.WAITING);
      start(key);
      return;
    }
    states.remove(key);
    if (states.isEmpty()) {
      idle.complete(null);
    }
  }
}
