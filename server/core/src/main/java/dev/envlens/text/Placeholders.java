package dev.envlens.text;

/**
 * Template placeholders: text that something else fills in before the file is used. A value that
 * holds one is unknown, not wrong.
 *
 * <p>The forms, anywhere in the text:
 *
 * <ul>
 *   <li><code>{{ … }}</code>, with or without a {@code $} before it;
 *   <li><code>${NAME}</code>: anything but nothing between the braces;
 *   <li>{@code $NAME}: a dollar sign, then a letter or {@code _};
 *   <li>{@code <NAME>}: a letter after the {@code <}, then letters, digits, spaces, {@code _},
 *       {@code -} and {@code .}, so that {@code numpy<2,>1} holds none.
 * </ul>
 *
 * <p>Letters and digits are ASCII. Time is linear in the text.
 */
public final class Placeholders {

  private Placeholders() {}

  /** Whether {@code text} holds a placeholder. */
  public static boolean in(String text) {
    int brace = text.lastIndexOf('}');
    int braces = brace < 0 ? -1 : text.lastIndexOf("}}");
    for (int i = 0; i < text.length(); i++) {
      boolean found =
          switch (text.charAt(i)) {
            case '{' -> text.startsWith("{{", i) && braces >= i + 2;
            case '$' -> isVariable(text, i, brace);
            case '<' -> isInAngles(text, i);
            default -> false;
          };
      if (found) {
        return true;
      }
    }
    return false;
  }

  private static boolean isVariable(String text, int at, int lastBrace) {
    if (at + 1 == text.length()) {
      return false;
    }
    char next = text.charAt(at + 1);
    if (next == '{') {
      return lastBrace > at + 2 && text.charAt(at + 2) != '}';
    }
    return isLetter(next) || next == '_';
  }

  private static boolean isInAngles(String text, int at) {
    int i = at + 1;
    if (i == text.length() || !isLetter(text.charAt(i))) {
      return false;
    }
    while (i < text.length() && isInName(text.charAt(i))) {
      i++;
    }
    return i < text.length() && text.charAt(i) == '>';
  }

  private static boolean isInName(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == ' ' || c == '_' || c == '-' || c == '.';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
