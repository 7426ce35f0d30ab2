package dev.envlens.check;

import dev.envlens.link.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A package where it is named: in a conda definition or in a requirements file. */
interface Mention {

  /** The whole of it, without quotes. */
  Place place();

  /** The line it stands in, from 1, as editors count. */
  int line();

  /** A fix that takes it out, if that can be done. */
  Optional<Fix> removal(String title);

  /** The fixes for two of which one is too many: {@code later} goes, or {@code earlier} does. */
  static List<Fix> removals(Mention later, Mention earlier) {
    return Stream.of(
            later.removal("Remove this one"),
            earlier.removal("Remove the one in line %d".formatted(earlier.line())))
        .flatMap(Optional::stream)
        .toList();
  }
}
