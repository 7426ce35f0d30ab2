package dev.envlens.definition;

import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.net.URI;

/** A Dockerfile where it stands. */
public record DockerfileSource(URI uri, String text, Dockerfile dockerfile) {

  public Place place(TextRange range) {
    return new Place(uri, range);
  }
}
