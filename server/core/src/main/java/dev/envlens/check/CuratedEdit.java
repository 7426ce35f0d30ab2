package dev.envlens.check;

import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code curated-edit}: the definition was made from a curated environment and differs from it by
 * now, so that it is an environment of one's own, whose image is to be built.
 */
final class CuratedEdit extends DescribedRule {

  CuratedEdit() {
    super(
        "curated-edit",
        Severity.WARNING,
        "An edit that makes a curated environment a custom one, whose image must be built.");
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var changes = CuratedChanges.of(definition, facts);
    if (changes.isEmpty() || CuratedChanges.areOfOrder(changes)) {
      return Stream.empty();
    }
    var origin = Origin.of(definition).orElseThrow();
    var keep = CuratedRestore.keep(definition, origin, facts.curated().get());
    return changes.stream()
        .map(
            change -> finding(change.place(), message(origin.origin(), change), all(change, keep)));
  }

  @Override
  public boolean dependsOnUse() {
    return true;
  }

  private static String message(Origin origin, CuratedChange change) {
    return ("Unlike the curated environment '%s' that it was made from, this one %s. So it is a"
            + " custom environment now, and its image must be built.")
        .formatted(origin.label(), change.what());
  }

  private static List<Fix> all(CuratedChange change, List<Fix> keep) {
    var fixes = new ArrayList<>(change.fixes());
    fixes.addAll(keep);
    return fixes;
  }
}
