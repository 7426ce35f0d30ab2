package dev.envlens.text;

import java.util.Arrays;

/**
 * Where the lines of a text begin: offsets to positions and back. Lines end at {@code \n}, {@code
 * \r\n} or a lone {@code \r}, as in YAML and in the language server protocol.
 */
public final class LineIndex {

  private final String text;
  private final int[] starts;

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static LineIndex of(String text) {
    boolean onlyNewlines = text.indexOf('\r') < 0;
    int[] starts = new int[Math.max(16, text.length() / 32)];
    int lines = 1;
    int end = onlyNewlines ? text.indexOf('\n') : lineEnd(text, 0);
    while (end >= 0) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, lines * 2);
      }
      starts[lines++] = end + 1;
      end = onlyNewlines ? text.indexOf('\n', end + 1) : lineEnd(text, end + 1);
    }
    return new LineIndex(text, Arrays.copyOf(starts, lines));
  }

  /** The last character of the line end that comes next, or -1. */
  private static int lineEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return i;
      } else if (c == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 1 : i;
      }
    }
    return -1;
  }

  public int lineCount() {
    return starts.length;
  }

  /** The line, from 0, that holds {@code offset}; an offset past the end is on the last line. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The position of {@code offset}, which is first brought into the text. */
  public Position position(int offset) {
    int inside = Math.max(0, Math.min(offset, text.length()));
    int line = line(inside);
    return new Position(line, inside - starts[line]);
  }

  /**
   * The offset of a position. A line past the last gives the end of the text, a character past a
   * line's end gives that end, as the protocol wants.
   */
  public int offset(Position position) {
    if (position.line() < 0) {
      return 0;
    }
    if (position.line() >= starts.length) {
      return text.length();
    }
    var line = lineRange(position.line());
    return Math.min(line.start() + Math.max(0, position.character()), line.end());
  }

  /** Where line {@code line} (from 0) stands, without its line end. */
  public TextRange lineRange(int line) {
    int start = starts[line];
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return new TextRange(start, end);
  }

  /** Where line {@code line} (from 0) begins. */
  public int lineStart(int line) {
    return starts[line];
  }

  /** Where the line after {@code line} begins, or the end of the text. */
  public int nextLineStart(int line) {
    return line + 1 < starts.length ? starts[line + 1] : text.length();
  }
}
