package dev.envlens.cache;

import dev.envlens.docker.EngineFault;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CachePlace.CachedImage;
import dev.envlens.known.CachePlace.Trouble;
import dev.envlens.registry.RegistryFault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A place where images are cached. It has threads of its own, so that a slow one keeps no other
 * waiting; one that is in trouble is left alone for a while, whatever it is to be asked.
 */
final class Place implements AutoCloseable {

  /** How long a place that could not say is left alone. */
  static final Duration REST = Duration.ofSeconds(15);

  /** What a place is asked. */
  @FunctionalInterface
  interface Question {

    /**
     * Answers or fails within a time limit of its own.
     *
     * @throws EngineFault or {@link RegistryFault}, when it can't say
     */
    Optional<CachedImage> image(String hash);
  }

  private final CachePlace.Kind kind;
  private final String name;
  private final Question question;
  private final Clock clock;
  private final Duration limit;
  private final ExecutorService threads;
  private volatile Optional<Trouble> trouble = Optional.empty();

  /**
   * @param name how a sentence calls it
   * @param limit after which nobody waits for an answer any longer
   */
  Place(CachePlace.Kind kind, String name, Question question, Clock clock, Duration limit) {
    this.kind = kind;
    this.name = name;
    this.question = question;
    this.clock = clock;
    this.limit = limit;
    this.threads = Threads.named(kind.word());
  }

  /**
   * Asks it.
   *
   * @param anyway also while it is left alone
   */
  CompletableFuture<CachePlace> ask(String hash, boolean anyway) {
    var resting = trouble.filter(it -> clock.instant().isBefore(it.again()));
    if (resting.isPresent() && !anyway) {
      return CompletableFuture.completedFuture(CachePlace.unknown(kind, resting.get()));
    }
    return CompletableFuture.supplyAsync(() -> answer(hash), threads)
        .completeOnTimeout(slow(), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private CachePlace answer(String hash) {
    try {
      var image = question.image(hash);
      trouble = Optional.empty();
      return image.map(it -> CachePlace.cached(kind, it)).orElseGet(() -> CachePlace.missing(kind));
    } catch (RegistryFault fault) {
      return inTrouble(fault.getMessage(), fault.again());
    } catch (EngineFault fault) {
      return inTrouble(fault.getMessage(), Optional.empty());
    } catch (RuntimeException | LinkageError fault) {
      return inTrouble(
          "envlens failed to ask %s (%s). Please report it."
              .formatted(name, fault.getClass().getSimpleName()),
          Optional.empty());
    }
  }

  private CachePlace inTrouble(String reason, Optional<Instant> again) {
    Instant rested = clock.instant().plus(REST);
    var now = new Trouble(reason, again.filter(rested::isBefore).orElse(rested));
    trouble = Optional.of(now);
    return CachePlace.unknown(kind, now);
  }

  private CachePlace slow() {
    String reason =
        "%s has not answered yet, after %d s. Ask again later.".formatted(name, limit.toSeconds());
    return CachePlace.unknown(kind, new Trouble(reason, clock.instant().plus(REST)));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
