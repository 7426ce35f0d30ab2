package dev.envlens.feature;

import dev.envlens.check.Secrets;

/** Texts of users within Markdown: none of it reads as Markdown, no secret in it is shown. */
final class Markdown {

  /** How much of one text is shown, in UTF-16 units: a hover is to be read at a glance. */
  private static final int MOST = 200;

  private static final String SIGNS = "\\`*_[]<>&|~#";

  private Markdown() {}

  /** {@code text} as it is, on one line. */
  static String plain(String text) {
    var result = new StringBuilder();
    String line = line(text);
    for (int i = 0; i < line.length(); i++) {
      if (SIGNS.indexOf(line.charAt(i)) >= 0) {
        result.append('\\');
      }
      result.append(line.charAt(i));
    }
    return result.toString();
  }

  /** {@code text} as a code span in a table, where a bar would end the cell even within one. */
  static String cell(String text) {
    return code(text).replace("|", "\\|");
  }

  /** {@code text} as a code span: fenced by more backticks than it holds in a row. */
  static String code(String text) {
    String line = line(text);
    String fence = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`") || line.isEmpty();
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** {@code text} as a code block. */
  static String block(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text + "\n" + fence;
  }

  private static String line(String text) {
    return ShortText.cut(Secrets.mask(text).strip().replaceAll("\\s+", " "), MOST);
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
