package dev.envlens.conda;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
final class Nearest {

  /** Beyond this many typing slips another word is a guess. */
  private static final int SLIPS = 3;

  private Nearest() {}

  /** The word of {@code known} nearest to {@code written}, if one is near at all. */
  static Optional<String> to(String written, Collection<String> known) {
    if (written.length() > 100) {
      return Optional.empty();
    }
    var distance = new LevenshteinDistance(Math.min(SLIPS, Math.max(1, written.length() / 2)));
    record Candidate(String word, int slips) {}
    return known.stream()
        .map(word -> new Candidate(word, distance.apply(written, word)))
        .filter(candidate -> candidate.slips() >= 0)
        .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::word))
        .map(Candidate::word);
  }
}
