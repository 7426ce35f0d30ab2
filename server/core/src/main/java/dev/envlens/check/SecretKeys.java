package dev.envlens.check;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the values of keys that are called as secrets are. Used once; linear in the text. */
final class SecretKeys {

  private static final Set<String> KEYS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "secret",
          "client_secret",
          "clientsecret",
          "accountkey",
          "sharedaccesskey",
          "sharedaccesssignature",
          "authorization");

  /** How the names of variables end that hold a secret: {@code X_TOKEN}, {@code accessToken}. */
  private static final List<String> ENDINGS = List.of("key", "token", "secret", "password");

  /** What stands before the secret in a header {@code Authorization}. */
  private static final List<String> SCHEMES = List.of("bearer ", "basic ", "token ");

  private static final int LONGEST_PLACEHOLDER = 100;

  private final String text;
  private final List<TextRange> found = new ArrayList<>();

  private SecretKeys(String text) {
    this.text = text;
  }

  /** Whether the value of {@code key} is a secret. */
  static boolean isSecret(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return KEYS.contains(lower)
        || ENDINGS.stream().anyMatch(ending -> lower.endsWith(ending) && isWord(key, ending));
  }

  /** Whether {@code ending} is a word of its own in {@code key}, which ends with it. */
  private static boolean isWord(String key, String ending) {
    int start = key.length() - ending.length();
    char first = key.charAt(start);
    boolean capitals = key.substring(start).equals(ending.toUpperCase(Locale.ROOT));
    boolean hump = start > 0 && Character.isUpperCase(first);
    return capitals || hump || (start > 0 && key.charAt(start - 1) == '_');
  }

  /**
   * Whether a key of that kind stands before a sign. Few texts have a sign at all, and the messages
   * of thousands of findings are looked at.
   */
  static boolean mayHold(String text) {
    for (int sign = 0; sign < text.length(); sign++) {
      char c = text.charAt(sign);
      if ((c == ':' || c == '=') && isSecret(keyBefore(text, sign))) {
        return true;
      }
    }
    return false;
  }

  private static String keyBefore(String text, int sign) {
    int end = sign;
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    if (end > 0 && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
      end--;
      end -= end > 0 && text.charAt(end - 1) == '\\' ? 1 : 0;
    }
    int start = end;
    while (start > 0 && isKeyCharacter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  static List<TextRange> values(String text) {
    var keys = new SecretKeys(text);
    keys.findKeys();
    return keys.found;
  }

  /** {@code password: value} and {@code "password": "value"}, one a line or several. */
  private void findKeys() {
    int i = 0;
    while (i < text.length()) {
      if (!isKeyCharacter(text.charAt(i))) {
        i++;
        continue;
      }
      int start = i;
      while (i < text.length() && isKeyCharacter(text.charAt(i))) {
        i++;
      }
      String key = text.substring(start, i);
      if (isSecret(key) && !isInConnection(key, i)) {
        i = findValue(i);
      }
    }
  }

  /** Whether {@link Secrets#in} finds the value: in a connection string it ends at a semicolon. */
  private boolean isInConnection(String key, int sign) {
    int value = sign + 1;
    return Secrets.CONNECTION_KEYS.contains(key.toLowerCase(Locale.ROOT))
        && value < text.length()
        && text.charAt(sign) == '='
        && text.charAt(value) > ' '
        && quoteLength(value) == 0;
  }

  /** Looks at the value behind a key, if one is there, and returns where it ends. */
  private int findValue(int keyEnd) {
    int sign = skipSpaces(keyEnd + quoteLength(keyEnd));
    if (sign >= text.length() || (text.charAt(sign) != ':' && text.charAt(sign) != '=')) {
      return keyEnd;
    }
    int open = skipSpaces(sign + 1);
    int quote = quoteLength(open);
    int start = skipScheme(open + quote);
    int end = quote == 0 ? -1 : quotedEnd(start, text.charAt(open + quote - 1), quote);
    if (end < 0) {
      end = text.charAt(sign) == '=' ? wordEnd(start) : valueEnd(start);
    }
    if (quote > 0 || !text.substring(start, end).equals("null")) {
      found.add(new TextRange(start, end));
    }
    return end;
  }

  private int skipScheme(int at) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, at, scheme, 0, scheme.length())) {
        return skipSpaces(at + scheme.length());
      }
    }
    return at;
  }

  /** How long the quote at {@code at} is: two, where it stands in a quoted JSON text; else 0. */
  private int quoteLength(int at) {
    if (isQuote(at)) {
      return 1;
    }
    return at < text.length() && text.charAt(at) == '\\' && isQuote(at + 1) ? 2 : 0;
  }

  private boolean isQuote(int at) {
    return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
  }

  /** Where an unquoted value ends: with its line, at a comment, or in flow style at a comma. */
  private int valueEnd(int start) {
    int end = start;
    int open = 0;
    while (end < text.length() && !isLineEnd(end) && !isStop(end) && !isComment(end)) {
      open += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
      if (open < 0) {
        break;
      }
      end = next(end);
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  /** Where an unquoted value of a variable ends: as a value, and at white space. */
  private int wordEnd(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ' && !isStop(end)) {
      int limit = Math.min(text.length(), end + LONGEST_PLACEHOLDER);
      int close = text.startsWith("{{", end) ? text.substring(end, limit).indexOf("}}") : -1;
      end = close < 0 ? next(end) : end + close + 2;
    }
    return end;
  }

  /** Behind the character at {@code at}; an escape of JSON is one. */
  private int next(int at) {
    boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && !isLineEnd(at + 1);
    return at + (escape ? 2 : 1);
  }

  private boolean isLineEnd(int at) {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  /** Whether a quote or comma at {@code at} closes what the value stands in. */
  private boolean isStop(int at) {
    int quote = quoteLength(at);
    if (quote == 0 && text.charAt(at) != ',') {
      return false;
    }
    int behind = at + Math.max(1, quote);
    return quote == 2 || behind >= text.length() || !isKeyCharacter(text.charAt(behind));
  }

  /** Where the quote closes; -1 where it doesn't in this line. */
  private int quotedEnd(int start, char quote, int length) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n') {
      if (text.charAt(end) == quote || (length == 2 && quoteLength(end) == 2)) {
        return end;
      }
      end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
    }
    return -1;
  }

  private boolean isComment(int at) {
    return text.charAt(at) == '#' && text.charAt(at - 1) <= ' ';
  }

  private int skipSpaces(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static boolean isKeyCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }
}
