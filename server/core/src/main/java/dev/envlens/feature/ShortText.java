package dev.envlens.feature;

import dev.envlens.check.Secrets;

/** Texts of users where there is little room for them. */
final class ShortText {

  private ShortText() {}

  /** The first line of {@code text} without its secrets. */
  static String line(String text, int most) {
    return cut(Secrets.mask(text).strip().lines().findFirst().orElse(""), most);
  }

  /**
   * As much of {@code text} as fits, never half a character.
   *
   * @param most in UTF-16 units, two at least
   */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
