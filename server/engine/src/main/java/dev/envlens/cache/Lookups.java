package dev.envlens.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Answers that are remembered for a while. Whoever asks for the same meanwhile gets the same
 * answer; at most {@value #MOST} are kept, those that were used last.
 */
final class Lookups<V> {

  private static final int MOST = 1000;

  /** How an answer is got. */
  interface Source<V> {

    /**
     * Begins to ask.
     *
     * @param anyway whether to ask also whoever wants to be left alone for a while
     */
    CompletableFuture<V> ask(String key, boolean anyway);

    /** Until when an answer is not asked for again. */
    Instant until(V answer);

    /** What of an answer matters: another answer with the same is no change. */
    Object shown(V answer);
  }

  private record Kept<V>(V value, Instant until) {}

  private record Flight<V>(CompletableFuture<V> answer, boolean anyway) {}

  private final Source<V> source;
  private final Clock clock;
  private final Consumer<String> changed;
  private final Map<String, Flight<V>> flights = new LinkedHashMap<>();
  private final Map<String, Kept<V>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<V>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * @param changed told of each key whose answer is another one now
   */
  Lookups(Source<V> source, Clock clock, Consumer<String> changed) {
    this.source = source;
    this.clock = clock;
    this.changed = changed;
  }

  /** What was answered last, however long ago. */
  synchronized Optional<V> known(String key) {
    return Optional.ofNullable(kept.get(key)).map(Kept::value);
  }

  /** What is remembered and still good, else what is being asked. */
  CompletableFuture<V> ask(String key) {
    Flight<V> begun;
    synchronized (this) {
      var flight = flights.get(key);
      if (flight != null) {
        return flight.answer();
      }
      var remembered = kept.get(key);
      if (remembered != null && clock.instant().isBefore(remembered.until())) {
        return CompletableFuture.completedFuture(remembered.value());
      }
      begun = begin(key, false);
    }
    return start(key, begun);
  }

  /** What is remembered isn't good any more, though it is still known. */
  synchronized void expire() {
    kept.replaceAll((key, known) -> new Kept<>(known.value(), Instant.MIN));
  }

  /** Asks anew, whatever is remembered. */
  CompletableFuture<V> refresh(String key) {
    Flight<V> begun;
    synchronized (this) {
      var flight = flights.get(key);
      if (flight != null && flight.anyway()) {
        return flight.answer();
      }
      begun = begin(key, true);
    }
    return start(key, begun);
  }

  /**
   * Knows better: what is on its way is older.
   *
   * @return whether that was a change
   */
  boolean note(String key, V value) {
    synchronized (this) {
      flights.remove(key);
    }
    return keep(key, value);
  }

  private Flight<V> begin(String key, boolean anyway) {
    var flight = new Flight<>(new CompletableFuture<V>(), anyway);
    flights.put(key, flight);
    return flight;
  }

  /** Not while others are kept out: an answer may come at once, and whoever hears of it may ask. */
  private CompletableFuture<V> start(String key, Flight<V> flight) {
    CompletableFuture<V> answer;
    try {
      answer = source.ask(key, flight.anyway());
    } catch (RejectedExecutionException closed) {
      answer = CompletableFuture.failedFuture(closed);
    }
    var unused = answer.whenComplete((value, fault) -> land(key, flight, value, fault));
    return flight.answer();
  }

  private void land(String key, Flight<V> flight, V value, Throwable fault) {
    boolean newest;
    synchronized (this) {
      newest = flights.remove(key, flight);
    }
    if (fault != null) {
      flight.answer().completeExceptionally(fault);
      return;
    }
    if (newest) {
      keep(key, value);
    }
    flight.answer().complete(value);
  }

  private boolean keep(String key, V value) {
    Kept<V> before;
    synchronized (this) {
      before = kept.put(key, new Kept<>(value, source.until(value)));
    }
    boolean isNew = before == null || !source.shown(before.value()).equals(source.shown(value));
    if (isNew) {
      changed.accept(key);
    }
    return isNew;
  }
}
