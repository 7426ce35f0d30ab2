package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** The comments of a text: every {@code #} behind white space and outside of the scalars. */
final class Comments {

  private Comments() {}

  /**
   * {@code scalars} in the order of the text; of block scalars, the part below their first line.
   */
  static List<Comment> in(String text, List<TextRange> scalars) {
    var result = new ArrayList<Comment>();
    int next = 0;
    int mark = text.indexOf('#');
    while (mark >= 0) {
      while (next < scalars.size() && scalars.get(next).end() <= mark) {
        next++;
      }
      if (next < scalars.size() && scalars.get(next).start() <= mark) {
        mark = text.indexOf('#', scalars.get(next).end());
      } else if (mark == 0 || isBlankOrBom(text, mark - 1)) {
        int end = mark;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        result.add(new Comment(new TextRange(mark, end), text.substring(mark + 1, end)));
        mark = text.indexOf('#', end);
      } else {
        mark = text.indexOf('#', mark + 1);
      }
    }
    return result;
  }

  private static boolean isBlankOrBom(String text, int offset) {
    return text.charAt(offset) <= ' ' || (offset == 0 && text.charAt(0) == '\uFEFF');
  }
}
