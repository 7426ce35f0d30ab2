package dev.envlens.cli;

import dev.envlens.text.TextRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What came of checking one file. */
sealed interface Outcome {

  /**
   * It was checked.
   *
   * @param files the file itself, and those it leads to that were read
   * @param ours whether anything in it is for envlens
   */
  record Checked(
      Set<String> files, Set<Environment> environments, List<Reported> findings, boolean ours)
      implements Outcome {}

  /** A definition: the same place of the same file is the same environment. */
  record Environment(Path file, TextRange range) {}

  /** It is somebody else's, as most JSON files are: it doesn't even count. */
  record Foreign() implements Outcome {}

  /** It can't be read; {@code reason} goes on after its name. */
  record Unread(String reason) implements Outcome {}

  /** We failed. */
  record Failed(Throwable fault) implements Outcome {}
}
