package dev.envlens.feature;

import dev.envlens.yaml.Yaml;

/**
 * The next line that says something.
 *
 * @param column where it begins, in UTF-16 units; -1 where there is no such line
 * @param item whether it is an item of a list
 */
record NextLine(int column, boolean item) {

  /** The one below the line of {@code offset}. */
  static NextLine after(Yaml yaml, int offset) {
    String text = yaml.text();
    var lines = yaml.lines();
    for (int line = lines.line(offset) + 1; line < lines.lineCount(); line++) {
      var range = lines.lineRange(line);
      int i = range.start();
      while (i < range.end() && Character.isWhitespace(text.charAt(i))) {
        i++;
      }
      if (i < range.end() && text.charAt(i) != '#') {
        boolean alone = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
        return new NextLine(i - range.start(), text.charAt(i) == '-' && alone);
      }
    }
    return new NextLine(-1, false);
  }

  /** Whether it belongs to a line above: one at {@code column} would cut it off. */
  boolean isDeeper(int other) {
    return column > other;
  }

  boolean isItemAt(int other) {
    return item && column == other;
  }
}
