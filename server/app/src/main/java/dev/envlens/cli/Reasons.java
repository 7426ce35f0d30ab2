package dev.envlens.cli;

import dev.envlens.link.FileState;

/** Why a file isn't read, to go on after its name. */
final class Reasons {

  private Reasons() {}

  static String of(FileState state) {
    if (state instanceof FileState.Unreadable unreadable) {
      return unreadable.reason();
    }
    if (state instanceof FileState.Folder) {
      return "is a folder, not a file";
    }
    if (state instanceof FileState.Missing missing && !missing.nearby().isEmpty()) {
      return "isn't there: did you mean '%s'?".formatted(missing.nearby().get(0));
    }
    return "isn't there";
  }
}
