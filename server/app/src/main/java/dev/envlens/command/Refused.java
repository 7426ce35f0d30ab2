package dev.envlens.command;

/**
 * Ends a command that was asked for something it can't do. The message says what is wrong, with
 * what, and what to do; it is shown to a person.
 */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refused(String message) {
    super(message, null, false, false);
  }
}
