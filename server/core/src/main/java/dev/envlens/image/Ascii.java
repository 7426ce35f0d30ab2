package dev.envlens.image;

/** The kinds of characters that the reference grammar knows. */
final class Ascii {

  private Ascii() {}

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isHexadecimal(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f');
  }
}
