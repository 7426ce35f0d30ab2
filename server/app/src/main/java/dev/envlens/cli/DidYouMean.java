package dev.envlens.cli;

import dev.envlens.text.Nearest;
import java.util.Collection;

/** The question behind a misspelt word. */
final class DidYouMean {

  private DidYouMean() {}

  /** {@code : did you mean '…'?}, or nothing when no word of {@code known} is near. */
  static String hint(String word, Collection<String> known) {
    return Nearest.to(word, known).map(": did you mean '%s'?"::formatted).orElse("");
  }
}
