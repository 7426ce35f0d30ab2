package dev.envlens.workspace;

import java.util.Locale;

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
    UNCHANGED;

    /** As in JSON. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * In words.
   *
   * @param preview whether it is only what would be done
   */
  public String told(boolean preview) {
    String label = version.id().label();
    String hash = version.content().hash().substring(0, 8);
    return switch (outcome) {
      case CREATED ->
          "%s %s, hash %s".formatted(preview ? "Would register" : "Registered", label, hash);
      case UPDATED ->
          "%s %s: the same hash, %s, with other texts, description or tags"
              .formatted(preview ? "Would update" : "Updated", label, hash);
      case UNCHANGED ->
          "%s: %s is this definition, hash %s"
              .formatted(preview ? "Nothing would change" : "Nothing changed", label, hash);
    };
  }
}
