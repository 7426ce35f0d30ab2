package dev.envlens.feature;

import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.Optional;

/**
 * A line of text to show above {@code range}.
 *
 * @param act what a click does; empty where it does nothing
 */
public record Lens(TextRange range, String title, Optional<Act> act) {

  /** One that says something and does nothing. */
  public Lens(TextRange range, String title) {
    this(range, title, Optional.empty());
  }

  /** What can be done about an environment. */
  public enum Deed {
    BUILD,
    REGISTER
  }

  /**
   * Something to do about one environment.
   *
   * @param pointer the JSON pointer of the environment within the file
   */
  public record Act(Deed deed, URI file, String pointer) {}
}
