package dev.envlens.lsp;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * A text under a series of edits, each of which speaks of the text that the one before it left.
 * Line starts above an edit stay known, so that thousands of edits at once, as by "replace all",
 * don't look through the text thousands of times.
 */
final class EditedText {

  private final StringBuilder text;
  private int[] starts = new int[64];
  private int known = 1;

  EditedText(String text) {
    this.text = new StringBuilder(text);
  }

  void replaceAll(String newText) {
    text.setLength(0);
    text.append(newText);
    known = 1;
  }

  void replace(Range range, String newText) {
    int one = offset(range.getStart());
    int other = offset(range.getEnd());
    int start = Math.min(one, other);
    text.replace(start, Math.max(one, other), newText);
    forgetAfter(start);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** As {@link dev.envlens.text.LineIndex#offset}: what lies past an end is that end. */
  private int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (!isKnown(position.getLine())) {
      return text.length();
    }
    int start = starts[position.getLine()];
    int wanted = start + Math.max(0, position.getCharacter());
    int end = start;
    while (end < wanted && end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Finds line starts up to that of {@code line}; false when there are fewer lines. */
  private boolean isKnown(int line) {
    int i = starts[known - 1];
    while (known <= line && i < text.length()) {
      char c = text.charAt(i++);
      if (c == '\r' && i < text.length() && text.charAt(i) == '\n') {
        i++;
      }
      if (isBreak(c)) {
        if (known == starts.length) {
          starts = Arrays.copyOf(starts, known * 2);
        }
        starts[known++] = i;
      }
    }
    return line < known;
  }

  /**
   * The line that an edit at {@code offset} is on begins where it did; a break before it may not.
   */
  private void forgetAfter(int offset) {
    int index = Arrays.binarySearch(starts, 0, known, offset);
    int line = index >= 0 ? index - 1 : -index - 2;
    known = Math.max(1, line + 1);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
