package dev.envlens.check;

import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import java.util.stream.Stream;

/** Definitions that differ from the curated environment that they were made from in order alone. */
final class CuratedOrder {

  private CuratedOrder() {}

  /** One finding of {@code rule} for each list whose order moved. */
  static Stream<Finding> of(Rule rule, Definition definition, Facts facts) {
    var changes = CuratedChanges.of(definition, facts);
    return CuratedChanges.areOfOrder(changes)
        ? changes.stream()
            .map(
                change ->
                    rule.finding(
                        change.place(),
                        message(Origin.of(definition).orElseThrow().origin(), change),
                        change.fixes()))
        : Stream.empty();
  }

  private static String message(Origin origin, CuratedChange change) {
    return ("This one %s than the curated environment '%s': the same packages, yet another hash,"
            + " so that the whole image is built again for nothing. Restore the order.")
        .formatted(change.what(), origin.label());
  }
}
