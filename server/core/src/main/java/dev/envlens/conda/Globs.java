package dev.envlens.conda;

import java.util.Locale;

/** Matches text against a pattern in which {@code *} stands for any run of characters. */
final class Globs {

  private Globs() {}

  /** Whether all of {@code text} fits {@code pattern}, ignoring case. */
  static boolean matches(String pattern, String text) {
    var wanted = pattern.toLowerCase(Locale.ROOT);
    var given = text.toLowerCase(Locale.ROOT);
    int star = -1;
    int resume = 0;
    int p = 0;
    int t = 0;
    while (t < given.length()) {
      if (p < wanted.length() && wanted.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < wanted.length() && wanted.charAt(p) == given.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        // Let the last star take one character more.
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < wanted.length() && wanted.charAt(p) == '*') {
      p++;
    }
    return p == wanted.length();
  }
}
