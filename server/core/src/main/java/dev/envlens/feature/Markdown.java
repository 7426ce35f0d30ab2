package dev.envlens.feature;

/** Texts of users within Markdown, so that none of it reads as Markdown. */
final class Markdown {

  private Markdown() {}

  /** {@code text} as a code span: fenced by more backticks than it holds in a row. */
  static String code(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    String fence = "`".repeat(longestRun(line) + 1);
    boolean padded = line.startsWith("`") || line.endsWith("`") || line.isEmpty();
    return padded ? fence + " " + line + " " + fence : fence + line + fence;
  }

  /** {@code text} as a code block. */
  static String block(String language, String text) {
    String fence = "`".repeat(Math.max(3, longestRun(text) + 1));
    return fence + language + "\n" + text + "\n" + fence;
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
