package dev.envlens.yaml;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The lines of a text by their looks: indentation, dash, colons, brackets and quotes. What a line
 * continues from above isn't known, so this serves to guess what a broken text was meant to be.
 */
final class SourceLines {

  /** How far a neighbour of a line is looked for, in lines. */
  private static final int REACH = 1000;

  private final String text;
  private final LineIndex index;

  SourceLines(String text) {
    this.text = text;
    this.index = LineIndex.of(text);
  }

  /**
   * What one line shows.
   *
   * @param start its first character that is no white space
   * @param end behind its last character, without a comment
   * @param open the brackets and then the quote that it opens and doesn't close, the outermost
   *     first
   * @param colons the colons that end a key, outside of brackets
   */
  record Line(int start, int end, List<Integer> open, List<Integer> colons) {

    TextRange range() {
      return new TextRange(start, end);
    }

    boolean isBlank() {
      return start == end;
    }
  }

  int count() {
    return index.lineCount();
  }

  int at(int offset) {
    return index.line(Math.min(offset, text.length()));
  }

  /** The whole line without its line end. */
  TextRange range(int line) {
    return index.lineRange(line);
  }

  int indent(int line) {
    var range = index.lineRange(line);
    int i = range.start();
    while (i < range.end() && text.charAt(i) == ' ') {
      i++;
    }
    return i - range.start();
  }

  /** How deep a line stands: an item stands deeper than a key with the same indentation. */
  int level(int line) {
    return 2 * indent(line) + (isItem(line) ? 1 : 0);
  }

  boolean isItem(int line) {
    int start = index.lineStart(line) + indent(line);
    int end = index.lineRange(line).end();
    return start < end
        && text.charAt(start) == '-'
        && (start + 1 == end || text.charAt(start + 1) == ' ');
  }

  /** Whether there is nothing on the line, or only a comment. */
  boolean isBlank(int line) {
    var range = index.lineRange(line);
    int i = range.start();
    while (i < range.end() && text.charAt(i) <= ' ') {
      i++;
    }
    return i == range.end() || text.charAt(i) == '#';
  }

  /** The nearest line above that isn't blank. */
  OptionalInt above(int line) {
    for (int i = line - 1; i >= Math.max(0, line - REACH); i--) {
      if (!isBlank(i)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The nearest line below that isn't blank. */
  OptionalInt below(int line) {
    for (int i = line + 1; i < Math.min(count(), line + REACH); i++) {
      if (!isBlank(i)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The last of {@code line} and the lines below it that are indented deeper. */
  int lastOfBlock(int line) {
    int indent = indent(line);
    int last = line;
    for (int i = line + 1; i < count() && (isBlank(i) || indent(i) > indent); i++) {
      last = i;
    }
    return last;
  }

  Line line(int line) {
    var range = index.lineRange(line);
    var open = new ArrayList<Integer>();
    var colons = new ArrayList<Integer>();
    int start = range.start();
    while (start < range.end() && text.charAt(start) <= ' ') {
      start++;
    }
    int i = start;
    int quote = -1;
    boolean fresh = true; // whether a value may begin here
    for (; i < range.end(); i++) {
      char c = text.charAt(i);
      if (quote >= 0) {
        if (c == '\\' && text.charAt(quote) == '"') {
          i++;
        } else if (c == text.charAt(quote)) {
          quote = -1;
          fresh = false;
        }
      } else if (c == '#' && (i == start || text.charAt(i - 1) <= ' ')) {
        break;
      } else if (fresh && (c == '"' || c == '\'')) {
        quote = i;
      } else if ((fresh || !open.isEmpty()) && (c == '[' || c == '{')) {
        open.add(i);
        fresh = true;
      } else if ((c == ']' || c == '}') && !open.isEmpty()) {
        open.remove(open.size() - 1);
        fresh = false;
      } else if (fresh && (c == '&' || c == '!')) {
        while (i + 1 < range.end() && text.charAt(i + 1) > ' ') {
          i++;
        }
      } else if (c == ':' && endsWord(i, range.end())) {
        if (open.isEmpty()) {
          colons.add(i);
        }
        fresh = true;
      } else if (c == ',' && !open.isEmpty()) {
        fresh = true;
      } else if (c > ' ') {
        fresh = fresh && (c == '-' || c == '?') && endsWord(i, range.end());
      }
    }
    int end = Math.min(i, range.end());
    if (quote >= 0) {
      open.add(quote);
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Line(start, end, List.copyOf(open), List.copyOf(colons));
  }

  private boolean endsWord(int offset, int lineEnd) {
    return offset + 1 >= lineEnd || text.charAt(offset + 1) <= ' ';
  }
}
