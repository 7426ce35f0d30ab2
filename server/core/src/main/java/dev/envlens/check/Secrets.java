package dev.envlens.check;

import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds passwords, tokens and signatures in a text, so that they are never shown again. Time is
 * linear in the text.
 *
 * <p>What counts as a secret:
 *
 * <ul>
 *   <li>in a URL, the password of {@code user:password@}, or a lone user that is a token;
 *   <li>in a URL, the token of a conda channel, {@code /t/TOKEN/};
 *   <li>the value of a query parameter {@code sig}, {@code token} and the like;
 *   <li>for {@link #mask} only, the value behind a key {@code password:}, in YAML or JSON.
 * </ul>
 *
 * <p>A placeholder that stands for a secret, such as <code>${TOKEN}</code>, is none.
 */
public final class Secrets {

  private static final String MASK = "***";

  /** Query parameters whose value lets somebody in. */
  private static final Set<String> PARAMETERS =
      Set.of(
          "sig",
          "token",
          "access_token",
          "private_token",
          "auth_token",
          "api_key",
          "apikey",
          "password",
          "x-amz-signature",
          "x-goog-signature");

  /** How the tokens of well-known hosts begin. */
  private static final List<String> TOKEN_STARTS =
      List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "pypi-", "hf_");

  /** A user name that is as long as this, letters and digits mixed, is a token. */
  private static final int LONG_USER = 32;

  private static final int LONGEST_PLACEHOLDER = 100;

  /** Shorter than this, what follows {@code /t/} is a folder of that name. */
  private static final int SHORTEST_CHANNEL_TOKEN = 8;

  private final String text;
  private final List<TextRange> found = new ArrayList<>();

  private Secrets(String text) {
    this.text = text;
  }

  /** Where secrets stand in {@code text}, in order. */
  static List<TextRange> in(String text) {
    boolean url = text.contains("://");
    boolean parameter = text.indexOf('?') >= 0 || text.indexOf('&') >= 0 || text.indexOf(';') >= 0;
    if (!url && !parameter) {
      return List.of(); // as most texts, of which there may be thousands
    }
    var secrets = new Secrets(text);
    secrets.findInUrls();
    secrets.findParameters();
    return secrets.inOrder();
  }

  /** {@code text} with {@code ***} in place of every secret. */
  public static String mask(String text) {
    var secrets = new Secrets(text);
    secrets.findInUrls();
    secrets.findParameters();
    SecretKeys.values(text).forEach(value -> secrets.add(value.start(), value.end()));
    var result = new StringBuilder();
    int position = 0;
    for (var secret : secrets.inOrder()) {
      result.append(text, position, secret.start()).append(MASK);
      position = secret.end();
    }
    return position == 0 ? text : result.append(text, position, text.length()).toString();
  }

  private List<TextRange> inOrder() {
    found.sort(Comparator.comparingInt(TextRange::start));
    var result = new ArrayList<TextRange>();
    for (var range : found) {
      int last = result.size() - 1;
      if (last >= 0 && result.get(last).end() >= range.start()) {
        result.set(last, result.get(last).union(range));
      } else {
        result.add(range);
      }
    }
    return result;
  }

  private void add(int start, int end) {
    String secret = text.substring(start, end);
    boolean masked = secret.chars().allMatch(c -> c == '*' || c == 'x' || c == 'X' || c == '.');
    if (!secret.isEmpty() && !masked && !Placeholders.in(secret)) {
      found.add(new TextRange(start, end));
    }
  }

  private void findInUrls() {
    int scheme = text.indexOf("://");
    while (scheme >= 0) {
      int start = scheme + 3;
      String word = text.substring(start, wordEnd(start));
      int authority = firstOf("/?#", word);
      int at = word.lastIndexOf('@', authority - 1);
      if (at < 0) {
        at = lateAt(word, authority);
      }
      if (at >= 0) {
        findUser(start, word.substring(0, at));
      }
      findChannelToken(start, word, Math.max(authority, at));
      // A password may hold another "://": each word is read once.
      scheme = text.indexOf("://", start + word.length());
    }
  }

  /**
   * The {@code @} behind a password with an unescaped {@code /}, {@code ?} or {@code #}: what looks
   * like a port is none then. -1 where there is no such password.
   */
  private static int lateAt(String word, int authority) {
    int colon = word.substring(0, authority).indexOf(':');
    boolean port =
        colon < 0 || word.substring(colon + 1, authority).chars().allMatch(Character::isDigit);
    return port ? -1 : word.lastIndexOf('@');
  }

  private void findUser(int start, String user) {
    int colon = user.indexOf(':');
    String password = user.substring(colon + 1);
    if (colon < 0) {
      if (isToken(user)) {
        add(start, start + user.length());
      }
    } else if (password.isEmpty() || password.equals("x-oauth-basic")) {
      add(start, start + colon);
    } else {
      add(start + colon + 1, start + user.length());
    }
  }

  private static boolean isToken(String user) {
    return TOKEN_STARTS.stream().anyMatch(user::startsWith)
        || (user.length() >= LONG_USER
            && user.chars().allMatch(Character::isLetterOrDigit)
            && user.chars().anyMatch(Character::isDigit)
            && user.chars().anyMatch(Character::isLetter));
  }

  private void findChannelToken(int start, String word, int path) {
    int at = word.indexOf("/t/", path);
    if (at < 0) {
      return;
    }
    int tokenStart = at + 3;
    int tokenEnd = tokenStart;
    while (tokenEnd < word.length() && isTokenCharacter(word.charAt(tokenEnd))) {
      tokenEnd++;
    }
    boolean closed = tokenEnd < word.length() && word.charAt(tokenEnd) == '/';
    if (closed && tokenEnd - tokenStart >= SHORTEST_CHANNEL_TOKEN) {
      add(start + tokenStart, start + tokenEnd);
    }
  }

  private static boolean isTokenCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private void findParameters() {
    int from = 0;
    int equals = text.indexOf('=');
    while (equals >= 0) {
      int name = equals;
      while (name > from && isTokenCharacter(text.charAt(name - 1))) {
        name--;
      }
      boolean parameter = name > 0 && "?&;".indexOf(text.charAt(name - 1)) >= 0;
      from = equals + 1;
      if (parameter && PARAMETERS.contains(text.substring(name, equals).toLowerCase(Locale.ROOT))) {
        String word = text.substring(from, wordEnd(from));
        int end = from + firstOf("&#;", word);
        add(from, end);
        from = end;
      }
      equals = text.indexOf('=', from);
    }
  }

  /** Where the word that holds {@code from} ends: at white space or a quote. */
  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ' && "\"'`".indexOf(text.charAt(end)) < 0) {
      end = text.startsWith("{{", end) ? bracesEnd(end) : end + 1;
    }
    return end;
  }

  /** Behind the placeholder that opens at {@code open}, which may have spaces in it. */
  private int bracesEnd(int open) {
    int limit = Math.min(text.length(), open + LONGEST_PLACEHOLDER);
    int close = text.substring(open, limit).indexOf("}}");
    return close < 0 ? open + 2 : open + close + 2;
  }

  private static int firstOf(String characters, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (characters.indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return word.length();
  }
}
