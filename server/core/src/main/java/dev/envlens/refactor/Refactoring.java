package dev.envlens.refactor;

import dev.envlens.check.Fix;

/**
 * A rewrite that a person may choose.
 *
 * @param fix its title ends in "(new hash)" when the hash of an environment moves
 */
public record Refactoring(Kind kind, Fix fix) {

  /** What a rewrite does, as editors sort them in their menus. */
  public enum Kind {
    /** A part becomes a file of its own. */
    EXTRACT,
    /** What a file holds is written where the file was named. */
    INLINE,
    /** The same in another form. */
    REWRITE
  }
}
