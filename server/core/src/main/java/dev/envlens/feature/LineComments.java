package dev.envlens.feature;

import dev.envlens.yaml.Yaml;

/** Comments and line ends, told from the text of a line alone. */
final class LineComments {

  private LineComments() {}

  /**
   * Where a comment begins between {@code start}, in front of which a line begins, and {@code
   * limit}; -1 where none does.
   */
  static int start(String text, int start, int limit) {
    char quote = '\0';
    char before = ' ';
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      boolean opens = " [{,:-".indexOf(before) >= 0;
      if (quote != '\0') {
        quote = c == quote ? '\0' : quote;
      } else if ((c == '"' || c == '\'') && opens) {
        quote = c;
      } else if (c == '#' && (before == ' ' || before == '\t')) {
        return i;
      }
      before = c;
    }
    return -1;
  }

  /** How the lines of {@code yaml} end. */
  static String lineEnd(Yaml yaml) {
    return yaml.text().contains("\r\n") ? "\r\n" : "\n";
  }
}
