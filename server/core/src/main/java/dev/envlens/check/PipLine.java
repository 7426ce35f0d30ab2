package dev.envlens.check;

import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * A line of pip's where it is written: an entry of a conda definition's {@code pip:} list, or a
 * line of a requirements file.
 */
interface PipLine {

  Parsed<RequirementLine> parsed();

  /** What was parsed; ranges count in it. */
  String text();

  /** Where a part of the text stands; for an empty one, all of it. */
  Place place(TextRange part);

  /** A fix that writes {@code newText} in place of a part, if that can be done. */
  Optional<Fix> replacement(String title, TextRange part, String newText);

  /** A fix that writes what the parser offers. */
  Optional<Fix> correction(Parsed.Bad<RequirementLine> bad);
}
