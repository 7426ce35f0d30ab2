package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;

/**
 * One word of a command.
 *
 * @param value without quotes and escapes; what only a run can tell ({@code $NAME}, {@code $(…)})
 *     stays as written
 * @param range as written in the Dockerfile, quotes included
 * @param quoted whether any part was in quotes or escaped
 * @param expands whether the shell fills something in, so that the value isn't known
 */
public record ShellWord(SourceText value, TextRange range, boolean quoted, boolean expands) {

  /** The value's text. */
  public String text() {
    return value.text();
  }
}
