package dev.envlens.check;

import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds passwords, tokens and signatures in a text, so that they are never shown again. Time is
 * linear in the text.
 *
 * <p>What counts as a secret:
 *
 * <ul>
 *   <li>in a URL, the password of {@code user:password@}, or a lone user that is a token;
 *   <li>the password of {@code user:password@host/} in front of an image;
 *   <li>the key or signature of a storage account's connection string, {@code AccountKey=};
 *   <li>in a URL, the token of a conda channel, {@code /t/TOKEN/};
 *   <li>the value of a query parameter {@code sig}, {@code token} and the like;
 *   <li>a token whose service gives it a prefix to be known by, such as {@code ghp_};
 *   <li>for {@link #mask} only, the value behind a key {@code password:} and the like, in YAML or
 *       JSON, or behind a variable {@code X_TOKEN=}.
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

  /** What a connection string calls its secrets, wherever it starts. */
  static final Set<String> CONNECTION_KEYS =
      Set.of("accountkey", "sharedaccesskey", "sharedaccesssignature");

  private static final int LONGEST_PLACEHOLDER = 100;

  private static final int LONGEST_SCHEME = 10;

  /** No parameter that counts has a longer name. */
  private static final int LONGEST_NAME = 24;

  /** Shorter than this, what follows {@code /t/} is a folder of that name. */
  private static final int SHORTEST_CHANNEL_TOKEN = 8;

  /** Shorter than this, the value of a variable is a word such as {@code none} or {@code false}. */
  private static final int SHORTEST_ASSIGNED = 6;

  private static final Pattern SECRET_VARIABLE =
      Pattern.compile(
          "(?<![A-Za-z0-9_])(?:[A-Za-z0-9]++_)*+(?:TOKEN|SECRET|PASSWORD|PASSWD"
              + "|(?<=SECRET_|ACCESS_|API_|ACCOUNT_|STORAGE_)KEY)=",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final List<TextRange> found = new ArrayList<>();

  private Secrets(String text) {
    this.text = text;
  }

  /** Where secrets stand in {@code text}, in order. */
  static List<TextRange> in(String text) {
    if (!mayHold(text)) {
      return List.of();
    }
    var secrets = new Secrets(text);
    secrets.findAll();
    return secrets.inOrder();
  }

  /**
   * The values in {@code assignments} of variables whose names leave no doubt: {@code X_TOKEN},
   * {@code PASSWORD}, {@code X_ACCESS_KEY}. Other keys may be public ones.
   */
  static List<TextRange> inAssignments(String assignments) {
    var secrets = new Secrets(assignments);
    var name = SECRET_VARIABLE.matcher(assignments);
    while (name.find()) {
      secrets.addAssigned(name.end());
    }
    return secrets.inOrder();
  }

  private void addAssigned(int at) {
    boolean quoted = at < text.length() && "\"'".indexOf(text.charAt(at)) >= 0;
    int start = quoted ? at + 1 : at;
    int close = quoted ? text.indexOf(text.charAt(at), start) : -1;
    int end = close < 0 ? wordEnd(start) : close;
    boolean literal = end - start >= SHORTEST_ASSIGNED && "/.~".indexOf(text.charAt(start)) < 0;
    if (literal) {
      add(start, end);
    }
  }

  /**
   * Whether it is worth a closer look: of most texts, of which there may be thousands, it isn't.
   */
  private static boolean mayHold(String text) {
    boolean url = text.contains("://") || text.indexOf('@') >= 0;
    boolean parameter = text.indexOf('?') >= 0 || text.indexOf('&') >= 0 || text.indexOf(';') >= 0;
    boolean key = text.contains("ey=") || text.contains("ignature=");
    return url || parameter || key || KnownTokens.mayHold(text);
  }

  /** {@code text} with {@code ***} in place of every secret. */
  public static String mask(String text) {
    boolean keys = SecretKeys.mayHold(text);
    boolean others = mayHold(text);
    if (!keys && !others) {
      return text;
    }
    var secrets = new Secrets(text);
    if (others) {
      secrets.findAll();
    }
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

  private void findAll() {
    KnownTokens.in(text).forEach(token -> add(token.start(), token.end()));
    findInUrls();
    findParameters();
    findBeforeHosts();
  }

  private void findInUrls() {
    int scheme = text.indexOf("://");
    while (scheme >= 0) {
      int start = scheme + 3;
      String word = text.substring(start, wordEnd(start));
      int at = UserInfo.end(word);
      if (at >= 0) {
        findUser(scheme, word, at);
      }
      findChannelToken(start, word, Math.max(firstOf("/?#", word), at));
      // A password may hold another "://": each word is read once.
      scheme = text.indexOf("://", start + word.length());
    }
  }

  private void findUser(int scheme, String word, int at) {
    int start = scheme + 3;
    int colon = word.substring(0, at).indexOf(':');
    String password = word.substring(colon + 1, at);
    if (colon < 0) {
      if (UserInfo.isToken(
          text.substring(Math.max(0, scheme - LONGEST_SCHEME), scheme), word, at)) {
        add(start, start + at);
      }
    } else if (password.isEmpty() || password.equals("x-oauth-basic")) {
      add(start, start + colon);
    } else {
      add(start + colon + 1, start + at);
    }
  }

  /** {@code user:password@host/}, where no scheme stands before it, as for an image. */
  private void findBeforeHosts() {
    int from = 0;
    int at = text.indexOf('@');
    while (at >= 0) {
      int start = at;
      int colon = -1;
      while (start > from && isInUser(text.charAt(start - 1))) {
        start--;
        colon = text.charAt(start) == ':' ? start : colon;
      }
      from = at + 1;
      boolean url = start > 0 && text.charAt(start - 1) == '/';
      if (!url && colon > start && at > colon + 1 && UserInfo.isHostWithPath(text, from)) {
        add(colon + 1, at);
      }
      at = text.indexOf('@', from);
    }
  }

  private static boolean isInUser(char c) {
    return c > ' ' && "\"'`/@,{[(".indexOf(c) < 0;
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
      if (equals - name <= LONGEST_NAME) {
        String key = text.substring(name, equals).toLowerCase(Locale.ROOT);
        if (CONNECTION_KEYS.contains(key)) {
          from = addUntil(";", from);
        } else if (parameter && PARAMETERS.contains(key)) {
          from = addUntil("&#;", from);
        }
      }
      equals = text.indexOf('=', from);
    }
  }

  /** Adds what starts at {@code from}, up to one of {@code stops}, and returns where it ends. */
  private int addUntil(String stops, int from) {
    int end = wordEnd(from, stops);
    add(from, end);
    return end;
  }

  /** Where the word that holds {@code from} ends: at white space or a quote. */
  private int wordEnd(int from) {
    return wordEnd(from, "");
  }

  /** The same, or at one of {@code stops} before that. */
  private int wordEnd(int from, String stops) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) > ' '
        && "\"'`".indexOf(text.charAt(end)) < 0
        && stops.indexOf(text.charAt(end)) < 0) {
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

  static int firstOf(String characters, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (characters.indexOf(word.charAt(i)) >= 0) {
        return i;
      }
    }
    return word.length();
  }
}
