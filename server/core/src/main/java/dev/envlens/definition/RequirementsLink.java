package dev.envlens.definition;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.Part;
import dev.envlens.link.FileState;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A file that a {@code pip:} list includes with {@code -r} or {@code -c}.
 *
 * @param requirement the item of the list
 * @param path as written, with its range in the item's text
 * @param target where it leads, relative to the file that holds the list; empty when that can't be
 *     said
 * @param state what stands there
 * @param sources the file, where it could be read, and those that it includes itself
 */
public record RequirementsLink(
    Dependency.PipRequirement requirement,
    Part path,
    Optional<URI> target,
    FileState state,
    List<RequirementsSource> sources) {

  public RequirementsLink {
    sources = List.copyOf(sources);
  }
}
