package dev.envlens.cli;

/** Ends a command with status 2 and the message as its one line. */
final class Misuse extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Misuse(String message) {
    super(message, null, false, false);
  }
}
