package dev.envlens.conda;

import java.util.Objects;
import java.util.function.Supplier;

/** How far a dependency leaves its version open. */
public final class Pinning {

  /** From one version to any. */
  public enum Level {
    /** One version. */
    EXACT,
    /** conda's {@code =1.26}: the versions that begin so. */
    FUZZY,
    /** Comparisons, a wildcard, a choice. */
    RANGE,
    /** Any version, or whatever a moving reference points at. */
    UNPINNED
  }

  static final Pinning NEWEST = new Pinning(Level.UNPINNED, "whatever is newest at build time");

  private final Level level;
  private final Supplier<String> reason;

  Pinning(Level level, String reason) {
    this(level, () -> reason);
  }

  /** With words that are made when somebody reads them: most ask for the level of thousands. */
  private Pinning(Level level, Supplier<String> reason) {
    this.level = level;
    this.reason = reason;
  }

  static Pinning exactly(Object version) {
    return new Pinning(Level.EXACT, () -> "exactly version " + version);
  }

  public Level level() {
    return level;
  }

  /** Which versions are allowed: a phrase that fits behind "allows", for a hover. */
  public String reason() {
    return reason.get();
  }

  public boolean isExact() {
    return level == Level.EXACT;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pinning pinning
        && level == pinning.level
        && reason().equals(pinning.reason());
  }

  @Override
  public int hashCode() {
    return Objects.hash(level, reason());
  }

  @Override
  public String toString() {
    return level + ": " + reason();
  }
}
