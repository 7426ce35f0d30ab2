package dev.envlens.check;

import java.util.List;
import java.util.Locale;

/**
 * What stands before the {@code @} of a URL: where it ends, and whether a lone user is a token.
 * Words are what follows {@code ://}, up to white space or a quote.
 */
final class UserInfo {

  /** How the tokens of well-known hosts begin. */
  private static final List<String> TOKEN_STARTS =
      List.of("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_", "glpat-", "pypi-", "hf_");

  /** A user name that is as long as this, letters and digits mixed, is a token. */
  private static final int LONG_USER = 16;

  /** The user that Azure Artifacts expects beside a token that is given elsewhere. */
  private static final String AZURE_USER = "VssSessionToken";

  private static final int LONGEST_HOST = 253;

  private UserInfo() {}

  /** Where the {@code @} stands that ends the user of {@code word}; -1 where there is none. */
  static int end(String word) {
    int authority = Secrets.firstOf("/?#", word);
    int last = word.lastIndexOf('@');
    int at = word.lastIndexOf('@', authority - 1);
    int colon = word.substring(0, authority).indexOf(':');
    if (at < 0) {
      // With a '/' in the password, what looks like a port is none.
      boolean port =
          colon < 0 || word.substring(colon + 1, authority).chars().allMatch(Character::isDigit);
      return port ? -1 : last;
    }
    boolean password = colon >= 0 && colon < at;
    boolean doubtful = !isHost(word.substring(at + 1, authority)) || isHostWithPath(word, last + 1);
    return password && doubtful ? last : at;
  }

  /** Whether a host stands at {@code from}, and a path behind it; never so for a digest or tag. */
  static boolean isHostWithPath(String text, int from) {
    int end = from;
    int limit = Math.min(text.length(), from + LONGEST_HOST);
    while (end < limit && isInHost(text.charAt(end))) {
      end++;
    }
    return end < limit && text.charAt(end) == '/' && isHost(text.substring(from, end));
  }

  private static boolean isInHost(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == ':';
  }

  private static boolean isHost(String text) {
    return text.indexOf('.') >= 0 || text.indexOf(':') > 0 || text.equals("localhost");
  }

  /**
   * Whether the user of {@code word}, which has no password, is a token.
   *
   * @param scheme the end of what stands before {@code ://}
   * @param at where the user ends
   */
  static boolean isToken(String scheme, String word, int at) {
    String user = word.substring(0, at);
    if (TOKEN_STARTS.stream().anyMatch(user::startsWith)) {
      return true;
    }
    String lower = scheme.toLowerCase(Locale.ROOT);
    boolean web = lower.endsWith("http") || lower.endsWith("https");
    String rest = word.substring(at + 1);
    int path = Secrets.firstOf("/?#", rest);
    // Organizations and feeds are users too, and no secrets: the path names them again.
    boolean repeated = (rest.substring(path) + "/").contains("/" + user + "/");
    if (!web || repeated || user.isEmpty() || user.equalsIgnoreCase(AZURE_USER)) {
      return false;
    }
    return isAzure(rest.substring(0, path).toLowerCase(Locale.ROOT), user) || isMixed(user);
  }

  private static boolean isAzure(String host, String user) {
    return host.equals("pkgs.dev.azure.com")
        || (host.endsWith(".visualstudio.com")
            && !host.startsWith(user.toLowerCase(Locale.ROOT) + "."));
  }

  private static boolean isMixed(String user) {
    return user.length() >= LONG_USER
        && user.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        && user.chars().anyMatch(Character::isDigit)
        && user.chars().anyMatch(Character::isLetter);
  }
}
