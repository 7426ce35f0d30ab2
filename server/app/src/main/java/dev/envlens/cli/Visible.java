package dev.envlens.cli;

/** Text of somebody's files as a terminal may show it: nothing in it moves, hides or colours. */
final class Visible {

  private static final String TAB = "    ";

  private Visible() {}

  /**
   * {@code text} on one line: tabs are four spaces, line ends one; what a terminal would obey and
   * what reverses the order of letters becomes U+FFFD, and a byte order mark nothing.
   */
  static String text(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    var visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int point = text.codePointAt(i);
      switch (point) {
        case '\t' -> visible.append(TAB);
        case '\n' -> visible.append(' ');
        case '\r' -> visible.append(text.startsWith("\n", i + 1) ? "" : " ");
        case 0xFEFF -> {}
        default -> visible.appendCodePoint(isSafe(point) ? point : 0xFFFD);
      }
    }
    return visible.toString();
  }

  private static boolean isSafe(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.SURROGATE
        && Character.getType(point) != Character.LINE_SEPARATOR
        && Character.getType(point) != Character.PARAGRAPH_SEPARATOR
        && !(point >= 0x202A && point <= 0x202E)
        && !(point >= 0x2066 && point <= 0x2069);
  }
}
