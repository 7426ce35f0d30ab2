package dev.envlens.check;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the values of keys that are called as secrets are. Used once; linear in the text. */
final class SecretKeys {

  private static final Set<String> KEYS =
      Set.of("password", "passwd", "pwd", "secret", "client_secret", "clientsecret", "accountkey");

  private final String text;
  private final List<TextRange> found = new ArrayList<>();

  private SecretKeys(String text) {
    this.text = text;
  }

  /** Whether the value of {@code key} is a secret. */
  static boolean isSecret(String key) {
    return KEYS.contains(key.toLowerCase(Locale.ROOT));
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
      if (isSecret(text.substring(start, i))) {
        i = findValue(i);
      }
    }
  }

  /** Looks at the value behind a key, if one is there, and returns where it ends. */
  private int findValue(int keyEnd) {
    boolean quotedKey = keyEnd < text.length() && isQuote(keyEnd);
    int colon = skipSpaces(quotedKey ? keyEnd + 1 : keyEnd);
    if (colon >= text.length() || (text.charAt(colon) != ':' && text.charAt(colon) != '=')) {
      return keyEnd;
    }
    int start = skipSpaces(colon + 1);
    if (start >= text.length()) {
      return start;
    }
    boolean quoted = isQuote(start);
    int end = quoted ? quotedEnd(start + 1, text.charAt(start)) : valueEnd(start);
    if (quoted) {
      found.add(new TextRange(start + 1, end));
    } else if (!text.substring(start, end).equals("null")) {
      found.add(new TextRange(start, end));
    }
    return end;
  }

  private boolean isQuote(int at) {
    return text.charAt(at) == '"' || text.charAt(at) == '\'';
  }

  /** Where an unquoted value ends: with its line, at a comment, or in flow style at a comma. */
  private int valueEnd(int start) {
    int end = start;
    int open = 0;
    while (end < text.length() && "\r\n,".indexOf(text.charAt(end)) < 0 && !isComment(end)) {
      open += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
      if (open < 0) {
        break;
      }
      end++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  private int quotedEnd(int start, char quote) {
    int end = start;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end, text.length());
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
