package dev.envlens.definition;

import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;

/**
 * A Dockerfile where it stands.
 *
 * @param installed the files of the build context that name what it installs; none for a Dockerfile
 *     that was opened by itself, for nothing says what its context is
 */
public record DockerfileSource(
    URI uri, String text, Dockerfile dockerfile, List<InstallLink> installed) {

  public DockerfileSource {
    installed = List.copyOf(installed);
  }

  public DockerfileSource(URI uri, String text, Dockerfile dockerfile) {
    this(uri, text, dockerfile, List.of());
  }

  public Place place(TextRange range) {
    return new Place(uri, range);
  }
}
