package dev.envlens.workspace;

/**
 * What registering did, or would do.
 *
 * @param version as it is afterwards; in a preview, as it would be
 */
public record Registration(Outcome outcome, EnvironmentVersion version) {

  /** What became of a definition. */
  public enum Outcome {
    /** Its name or its content is new: a new version. */
    CREATED,
    /** The newest version (or the one asked for) has this content: its notes were changed. */
    UPDATED,
    /** Nothing differs. */
    UNCHANGED
  }
}
