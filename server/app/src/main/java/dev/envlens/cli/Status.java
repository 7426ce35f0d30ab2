package dev.envlens.cli;

/** What a command's exit status means. */
final class Status {

  static final int FINE = 0;

  /** What was looked at is not fine. */
  static final int NOT_FINE = 1;

  /** Wrong arguments, something that can't be read, or a fault of ours. */
  static final int FAILED = 2;

  private Status() {}
}
