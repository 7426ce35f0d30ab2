package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import java.util.function.Supplier;

/**
 * What the files of the workspace say of each other, and what was said of them from outside.
 * Answers at once, from memory.
 *
 * @param curated the curated environments; asked only where something may be one
 */
public record Workspace(
    KnownEnvironments environments,
    Neighbours neighbours,
    Registered registered,
    KnownImages images,
    Supplier<Catalogue> curated) {

  /** Where nobody outside was asked. */
  public Workspace(KnownEnvironments environments, Neighbours neighbours) {
    this(environments, neighbours, Registered.unknown(), KnownImages.none(), Catalogue::none);
  }

  /** For where no workspace is known. */
  public static Workspace unknown() {
    return new Workspace(KnownEnvironments.none(), Neighbours.NONE);
  }

  /** The same files, and what was said of them. */
  public Workspace with(Registered said, KnownImages cached) {
    return new Workspace(environments, neighbours, said, cached, curated);
  }

  /** The same, where these curated environments are known. */
  public Workspace knowing(Supplier<Catalogue> catalogue) {
    return new Workspace(environments, neighbours, registered, images, catalogue);
  }
}
