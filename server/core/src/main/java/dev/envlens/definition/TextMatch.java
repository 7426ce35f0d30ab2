package dev.envlens.definition;

import dev.envlens.text.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** When a text of an older definition and one of a newer say the same. */
@FunctionalInterface
interface TextMatch {

  /** Templates of curated environments write what they don't know yet so. */
  Pattern HOLE = Pattern.compile("\\$?\\{\\{[^{}]*\\}\\}|\\$\\{[^{}]+\\}");

  boolean same(String older, String newer);

  /** Letter by letter. */
  static TextMatch exact() {
    return String::equals;
  }

  /** Letter by letter, where a placeholder of the older one stands for anything. */
  static TextMatch withPlaceholders() {
    return (older, newer) ->
        older.equals(newer) || (Placeholders.in(older) && fits(known(older), newer));
  }

  /** The pieces of {@code text} between its placeholders. */
  private static List<String> known(String text) {
    List<String> pieces = new ArrayList<>();
    var holes = HOLE.matcher(text);
    int from = 0;
    while (holes.find()) {
      pieces.add(text.substring(from, holes.start()));
      from = holes.end();
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** Whether the pieces stand in {@code text} one behind the other, the ends at its ends. */
  private static boolean fits(List<String> pieces, String text) {
    String last = pieces.get(pieces.size() - 1);
    if (pieces.size() == 1) {
      return text.equals(last);
    }
    if (!text.startsWith(pieces.get(0))) {
      return false;
    }
    int at = pieces.get(0).length();
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = text.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }
}
