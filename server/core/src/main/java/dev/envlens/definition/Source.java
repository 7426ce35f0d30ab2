package dev.envlens.definition;

import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.net.URI;

/** A file and what could be read of it. */
public record Source(URI uri, Yaml yaml) {

  public Place place(TextRange range) {
    return new Place(uri, range);
  }
}
