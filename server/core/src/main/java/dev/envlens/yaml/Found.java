package dev.envlens.yaml;

import java.util.ArrayList;
import java.util.List;

/** The candidates that were thought of so far for one text. */
final class Found {

  private final String text;
  private final List<Candidate> candidates = new ArrayList<>();

  Found(String text) {
    this.text = text;
  }

  /** Adds a candidate, unless it changes nothing. */
  void add(Repairs repairs, int cost, YamlProblem problem) {
    boolean changes =
        !repairs.changes().isEmpty()
            || repairs.blanks().stream().anyMatch(range -> !range.of(text).isBlank());
    if (changes) {
      candidates.add(new Candidate(repairs, cost, problem));
    }
  }

  List<Candidate> all() {
    return List.copyOf(candidates);
  }
}
