package dev.envlens.cli;

/** How a fault of ours is told to a user. */
final class Fault {

  private Fault() {}

  static String line(Throwable fault) {
    if (fault instanceof OutOfMemoryError) {
      return "ran out of memory. Check fewer or smaller files at a time";
    }
    return "a fault in envlens itself: %s. Please report it with what --debug prints"
        .formatted(fault.getClass().getSimpleName());
  }
}
