package dev.envlens.conda;

import dev.envlens.text.TextRange;

/**
 * A piece of a parsed text.
 *
 * @param text what it says, without quotes
 * @param range where that stands in the parsed text
 */
public record Part(String text, TextRange range) {

  static Part of(String source, int start, int end) {
    return new Part(source.substring(start, end), new TextRange(start, end));
  }
}
