package dev.envlens.docker;

/**
 * The Docker engine could not do what it was asked for. The message is a sentence for a user: what,
 * on what, what to do.
 */
public final class EngineFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public EngineFault(String message) {
    super(message);
  }

  public EngineFault(String message, Throwable cause) {
    super(message, cause);
  }
}
