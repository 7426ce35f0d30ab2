package dev.envlens.feature;

/** What the files of the workspace say of each other. Answers at once, from memory. */
public record Workspace(KnownEnvironments environments, Neighbours neighbours) {

  /** For where no workspace is known. */
  public static Workspace unknown() {
    return new Workspace(KnownEnvironments.none(), Neighbours.NONE);
  }
}
