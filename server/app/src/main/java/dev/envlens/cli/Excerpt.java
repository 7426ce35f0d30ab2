package dev.envlens.cli;

/**
 * The part of a line that a finding is shown on: what it is about, and what stands around that.
 * Safe to print.
 */
record Excerpt(String before, String marked, String after) {

  /** How wide an excerpt is at most, in columns. */
  private static final int WIDTH = 100;

  private static final String CUT = "...";

  /** Characters beyond this never fit, so they aren't looked at. */
  private static final int FAR = 2 * WIDTH;

  /** Of the line's text, {@code start} to {@code end} is what the finding is about. */
  static Excerpt of(String line, int start, int end) {
    String marked = head(Visible.text(near(line, start, end)), WIDTH - 2 * CUT.length());
    String before = Visible.text(line.substring(boundary(line, start - FAR), start));
    String after = Visible.text(near(line, end, line.length()));
    int room = WIDTH - Columns.width(marked);
    int left = Columns.width(before);
    int right = Columns.width(after);
    if (left + right <= room) {
      return new Excerpt(before, marked, after);
    }
    int most = Math.max(room / 2, room - right);
    String kept = tail(before, most);
    return new Excerpt(kept, marked, head(after, Math.max(0, room - Columns.width(kept))));
  }

  /** The carets below what is marked, with what it takes to put them there. */
  String carets() {
    return " ".repeat(Columns.width(before)) + "^".repeat(Math.max(1, Columns.width(marked)));
  }

  String line() {
    return (before + marked + after).stripTrailing();
  }

  private static String near(String line, int start, int end) {
    return line.substring(start, Math.max(start, boundary(line, Math.min(end, start + FAR))));
  }

  /** {@code offset}, brought into the line and not between the halves of one character. */
  private static int boundary(String line, int offset) {
    int inside = Math.max(0, Math.min(offset, line.length()));
    boolean splits =
        inside > 0
            && inside < line.length()
            && Character.isSurrogatePair(line.charAt(inside - 1), line.charAt(inside));
    return splits ? inside - 1 : inside;
  }

  private static String head(String text, int most) {
    if (Columns.width(text) <= most) {
      return text;
    }
    int width = CUT.length();
    int end = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      width += Columns.width(point);
      if (width > most) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + CUT.substring(0, Math.min(CUT.length(), most));
  }

  private static String tail(String text, int most) {
    if (Columns.width(text) <= most) {
      return text;
    }
    int width = CUT.length();
    int start = text.length();
    while (start > 0) {
      int point = text.codePointBefore(start);
      width += Columns.width(point);
      if (width > most) {
        break;
      }
      start -= Character.charCount(point);
    }
    return CUT.substring(0, Math.min(CUT.length(), most)) + text.substring(start);
  }
}
