package dev.envlens.definition;

import dev.envlens.conda.Part;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.link.FileState;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A requirements or constraints file where it stands.
 *
 * @param includes the files that it names with {@code -r} and {@code -c}
 */
public record RequirementsSource(
    URI uri, String text, RequirementsFile file, Use use, List<Include> includes) {

  public RequirementsSource {
    includes = List.copyOf(includes);
  }

  /**
   * What a file is read for.
   *
   * @param constraints whether it only limits versions, as what {@code -c} names does
   * @param context the build context that holds it and is hashed with it; empty for a file that a
   *     conda definition names, which has no part in the hash
   */
  public record Use(boolean constraints, Optional<URI> context) {}

  /**
   * A file that a line names.
   *
   * @param path as written, with its range in the line's text
   * @param target where it leads, relative to the file that names it; empty when that can't be said
   * @param state what stands there; pending, too, where a Dockerfile may have put another file
   *     there
   */
  public record Include(
      RequirementsFile.Entry entry, Part path, Optional<URI> target, FileState state) {}

  /** Whether what stands in it has a part in the hash. */
  public boolean isHashed() {
    return use.context().isPresent();
  }

  public Place place(TextRange range) {
    return new Place(uri, range);
  }
}
