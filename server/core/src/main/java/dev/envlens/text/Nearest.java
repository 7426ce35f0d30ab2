package dev.envlens.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Which known word a misspelt one was probably meant to be. */
public final class Nearest {

  /** A longer word is no slip of the fingers, and comparing it would take long. */
  private static final int MAX_LENGTH = 100;

  private static final int MAX_DISTANCE = 3;
  private static final int LETTERS_PER_SLIP = 3;

  private Nearest() {}

  /**
   * The one of {@code known} that is nearest to {@code word}: at most one slip (a letter too many,
   * too few, wrong, or two swapped) in three letters. Letter case, {@code -} and {@code _} don't
   * count. Of equally near ones, the first. When none is so near, the only one that {@code word} is
   * the beginning of, up to a {@code _}.
   */
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String bare = bare(word);
    Optional<String> best = Optional.empty();
    int least = MAX_DISTANCE + 1;
    for (var candidate : known) {
      int distance = distance(bare, bare(candidate), least - 1);
      if (distance >= 0 && distance < least) {
        least = distance;
        best = Optional.of(candidate);
      }
    }
    return best.or(() -> begunBy(word, known));
  }

  private static Optional<String> begunBy(String word, Collection<String> known) {
    String beginning = word.toLowerCase(Locale.ROOT) + "_";
    var begun =
        known.stream().filter(key -> key.toLowerCase(Locale.ROOT).startsWith(beginning)).toList();
    return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
  }

  /** The slips between two words, or -1 if there are too many. */
  private static int distance(String one, String other, int atMost) {
    int limit = Math.min(atMost, Math.max(one.length(), other.length()) / LETTERS_PER_SLIP);
    if (Math.abs(one.length() - other.length()) > limit) {
      return -1;
    }
    return one.equals(other) ? 0 : new DamerauLevenshteinDistance(limit).apply(one, other);
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }
}
