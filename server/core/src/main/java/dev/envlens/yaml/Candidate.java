package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.function.IntUnaryOperator;

/**
 * A repair that might let the engine read on.
 *
 * @param cost how much of the text it gives up or makes up, roughly in characters
 * @param problem what is wrong if this is what mends it
 */
record Candidate(Repairs repairs, int cost, YamlProblem problem) {

  /** The same for a text in which every offset is another. */
  Candidate moved(IntUnaryOperator offsets) {
    var moved = Repairs.none();
    for (var blank : repairs.blanks()) {
      moved = moved.and(Repairs.blank(moved(blank, offsets)));
    }
    var changes =
        repairs.changes().stream()
            .map(change -> new Repairs.Change(moved(change.range(), offsets), change.text()))
            .toList();
    return new Candidate(
        moved.and(Repairs.changes(changes)),
        cost,
        new YamlProblem(moved(problem.range(), offsets), problem.message()));
  }

  private static TextRange moved(TextRange range, IntUnaryOperator offsets) {
    int start = offsets.applyAsInt(range.start());
    return new TextRange(start, Math.max(start, offsets.applyAsInt(range.end())));
  }
}
