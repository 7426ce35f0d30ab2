package dev.envlens.check;

import dev.envlens.link.Place;
import java.util.List;

/**
 * One way in which a definition differs from the curated environment that it was made from.
 *
 * @param place its line in the definition, or in a file of its build context
 * @param what the difference, as a clause without a full stop
 * @param orderOnly whether the same things stand there in another order
 * @param fixes undo this difference and nothing else
 */
record CuratedChange(Place place, String what, boolean orderOnly, List<Fix> fixes) {

  CuratedChange {
    fixes = List.copyOf(fixes);
  }

  CuratedChange(Place place, String what) {
    this(place, what, false, List.of());
  }
}
