package dev.envlens.definition;

/** Ends the reading of a definition for its hash: there is none. */
final class NoHash extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean pending;

  private NoHash(String reason, boolean pending) {
    super(reason, null, false, false);
    this.pending = pending;
  }

  /** There is none; {@code reason} reads as the end of a sentence and repeats no value. */
  static NoHash because(String reason) {
    return new NoHash(reason, false);
  }

  /** It isn't known yet. */
  static NoHash yet(String reason) {
    return new NoHash(reason, true);
  }

  boolean isPending() {
    return pending;
  }
}
