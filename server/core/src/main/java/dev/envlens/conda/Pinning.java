package dev.envlens.conda;

/**
 * How far a dependency leaves its version open.
 *
 * @param reason which versions it allows: a phrase that fits behind "allows", for a hover
 */
public record Pinning(Level level, String reason) {

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

  static Pinning exactly(String version) {
    return new Pinning(Level.EXACT, "exactly version " + version);
  }

  public boolean isExact() {
    return level == Level.EXACT;
  }
}
