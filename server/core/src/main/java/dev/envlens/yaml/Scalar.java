package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/**
 * A single value.
 *
 * @param range the value with its quotes or block indicator, without anchor and tag
 * @param text the value with quotes, escapes and folding resolved
 * @param verbatim whether {@code text} stands letter by letter in the file, so that a part of it
 *     can be pointed at
 */
public record Scalar(TextRange range, String text, ScalarStyle style, boolean verbatim)
    implements Node {

  /** Whether this is YAML's null: nothing at all, {@code ~} or {@code null}, unquoted. */
  public boolean isNull() {
    return style == ScalarStyle.PLAIN
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  /** Where the text stands without its quotes. */
  public TextRange contentRange() {
    return style.isQuoted() && range.length() >= 2
        ? new TextRange(range.start() + 1, range.end() - 1)
        : range;
  }

  /**
   * Where a part of {@link #text()} stands in the file; the whole value when escapes or folding
   * stand between.
   */
  public TextRange rangeOf(TextRange part) {
    if (!verbatim || part.end() > text.length()) {
      return range;
    }
    return part.shift(contentRange().start());
  }
}
