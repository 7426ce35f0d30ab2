package dev.envlens.machine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an image, whether it is cached or not.
 *
 * @param environments the registered environments that lead to it, as {@code NAME:VERSION}
 * @param lastTook how long it took when it was last built on this machine
 */
public record Remembered(List<String> environments, Optional<Duration> lastTook) {

  public Remembered {
    environments = List.copyOf(environments);
  }

  /** For what nobody ever built or registered here. */
  public static Remembered nothing() {
    return new Remembered(List.of(), Optional.empty());
  }
}
