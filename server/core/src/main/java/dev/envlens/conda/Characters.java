package dev.envlens.conda;

/** Kinds of characters in the specifications, which are all written in ASCII. */
final class Characters {

  private Characters() {}

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** What names of packages consist of. */
  static boolean isInName(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }

  static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /** What comparison operators consist of. */
  static boolean isOperator(char c) {
    return c == '=' || c == '<' || c == '>' || c == '!' || c == '~';
  }

  static boolean areAll(String text, Cursor.Belongs belongs) {
    for (int i = 0; i < text.length(); i++) {
      if (!belongs.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
