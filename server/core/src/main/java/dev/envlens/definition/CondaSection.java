package dev.envlens.definition;

import dev.envlens.conda.CondaFile;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;

/** A conda definition where it stands: in a file of its own or inline. */
public record CondaSection(Source source, CondaFile file) {

  public Place place(TextRange range) {
    return source.place(range);
  }
}
