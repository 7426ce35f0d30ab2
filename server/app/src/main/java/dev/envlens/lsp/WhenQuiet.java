package dev.envlens.lsp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds keys back while they keep coming, as edits do while somebody types: each is passed on once,
 * when it wasn't submitted for a while, or sooner for whoever can't wait.
 */
final class WhenQuiet<K> {

  private final long milliseconds;
  private final Consumer<K> next;
  private final Map<K, Long> newest = new HashMap<>();
  private long submitted;

  /**
   * @param milliseconds how long a key has to be quiet
   * @param next takes a key, on whatever thread; it must be quick
   */
  WhenQuiet(long milliseconds, Consumer<K> next) {
    this.milliseconds = milliseconds;
    this.next = next;
  }

  synchronized void submit(K key) {
    submitted++;
    if (newest.put(key, submitted) == null) {
      watch(key, submitted);
    }
  }

  /** Passes on all that is held back. */
  void flush() {
    List<K> held;
    synchronized (this) {
      held = List.copyOf(newest.keySet());
      newest.clear();
    }
    held.forEach(next);
  }

  private void watch(K key, long seen) {
    Workers.later(milliseconds, () -> awake(key, seen));
  }

  private void awake(K key, long seen) {
    synchronized (this) {
      Long last = newest.get(key);
      if (last == null) {
        return;
      }
      if (last != seen) {
        watch(key, last);
        return;
      }
      newest.remove(key);
    }
    next.accept(key);
  }
}
