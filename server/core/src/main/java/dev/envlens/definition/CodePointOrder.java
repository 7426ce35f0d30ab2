package dev.envlens.definition;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Strings by Unicode code point: the order of Python's {@code str} and of UTF-8 bytes. Java's own
 * order, by UTF-16 unit, puts characters beyond U+FFFF before U+E000 to U+FFFF.
 */
final class CodePointOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int at = 0; at < shared; at++) {
      char a = left.charAt(at);
      char b = right.charAt(at);
      if (a != b) {
        return Character.isSurrogate(a) || Character.isSurrogate(b)
            ? Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray())
            : Character.compare(a, b);
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}
