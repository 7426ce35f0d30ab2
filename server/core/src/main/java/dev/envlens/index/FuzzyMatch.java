package dev.envlens.index;

import java.util.Locale;
import java.util.Optional;

/** Finds the letters of a query in a name, in their order, whatever their case. */
final class FuzzyMatch {

  private final String query;

  FuzzyMatch(String query) {
    this.query = query.strip().toLowerCase(Locale.ROOT);
  }

  /** How well {@code name} fits, 0 best: by the letters that stand between those of the query. */
  Optional<Integer> score(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int whole = lower.indexOf(query);
    if (whole >= 0) {
      return Optional.of(whole);
    }
    int score = lower.length();
    int at = 0;
    for (int i = 0; i < query.length(); i++) {
      int next = lower.indexOf(query.charAt(i), at);
      if (next < 0) {
        return Optional.empty();
      }
      score += next - at;
      at = next + 1;
    }
    return Optional.of(score);
  }
}
