package dev.envlens.compare;

/** What was to be compared or copied can't be. The message is a sentence for a user. */
public final class SourceFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SourceFault(String message) {
    super(message, null, false, false);
  }
}
