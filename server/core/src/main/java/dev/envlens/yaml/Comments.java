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
    int i = 0;
    while (i < text.length()) {
      while (next < scalars.size() && scalars.get(next).end() <= i) {
        next++;
      }
      if (next < scalars.size() && scalars.get(next).start() <= i) {
        i = scalars.get(next).end();
        continue;
      }
      if (text.charAt(i) == '#' && (i == 0 || text.charAt(i - 1) <= ' ')) {
        int end = i;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        result.add(new Comment(new TextRange(i, end), text.substring(i + 1, end)));
        i = end;
      } else {
        i++;
      }
    }
    return result;
  }
}
