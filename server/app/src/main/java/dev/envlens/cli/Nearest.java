package dev.envlens.cli;

import java.util.Collection;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds what was probably meant by a misspelt word. */
final class Nearest {

  /** A longer word is no slip of the fingers, and comparing it would take long. */
  private static final int MAX_LENGTH = 60;

  private Nearest() {}

  /** {@code : did you mean '…'?}, or nothing when no word of {@code known} is near. */
  static String hint(String word, Collection<String> known) {
    if (word.length() > MAX_LENGTH) {
      return "";
    }
    String best = "";
    int least = word.length() / 2 + 1;
    for (String candidate : known) {
      int distance = new DamerauLevenshteinDistance(3).apply(word, candidate);
      if (distance >= 0 && distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : ": did you mean '%s'?".formatted(best);
  }
}
