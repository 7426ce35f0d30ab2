package dev.envlens.feature;

import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;

/**
 * What the files of the workspace say of each other, and what was said of them from outside.
 * Answers at once, from memory.
 */
public record Workspace(
    KnownEnvironments environments,
    Neighbours neighbours,
    Registered registered,
    KnownImages images) {

  /** Where nobody outside was asked. */
  public Workspace(KnownEnvironments environments, Neighbours neighbours) {
    this(environments, neighbours, Registered.unknown(), KnownImages.none());
  }

  /** For where no workspace is known. */
  public static Workspace unknown() {
    return new Workspace(KnownEnvironments.none(), Neighbours.NONE);
  }

  /** The same files, and what was said of them. */
  public Workspace with(Registered said, KnownImages cached) {
    return new Workspace(environments, neighbours, said, cached);
  }
}
