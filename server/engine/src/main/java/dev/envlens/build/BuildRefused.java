package dev.envlens.build;

/** Nothing was built, nor begun. The message is a sentence for a user: why, and what to do. */
public final class BuildRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BuildRefused(String message) {
    super(message, null, false, false);
  }
}
