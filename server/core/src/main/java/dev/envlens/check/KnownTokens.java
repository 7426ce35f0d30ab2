package dev.envlens.check;

import dev.envlens.text.TextRange;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds tokens that show by themselves what they are, wherever they stand. Sources: the prefixes
 * that GitHub, GitLab, npm, PyPI, Slack and Hugging Face document for their tokens. Linear in the
 * text.
 */
final class KnownTokens {

  private static final List<String> PREFIXES =
      List.of(
          "ghp_",
          "gho_",
          "ghu_",
          "ghs_",
          "ghr_",
          "github_pat_",
          "glpat-",
          "hf_",
          "npm_",
          "pypi-",
          "xoxb-",
          "xoxp-");

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![A-Za-z0-9_-])(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{30,255}"
              + "|glpat-[A-Za-z0-9_-]{20,255}|(?:hf|npm)_[A-Za-z0-9]{30,255}"
              + "|pypi-[A-Za-z0-9_-]{80,512}|xox[bp]-[A-Za-z0-9-]{30,255})");

  /** As long as the shortest of them, with its prefix. Most texts are shorter. */
  private static final int SHORTEST = 26;

  private KnownTokens() {}

  /** Whether {@link #in} is worth asking. It is asked of each of thousands of texts. */
  static boolean mayHold(String text) {
    if (text.length() < SHORTEST) {
      return false;
    }
    for (String prefix : PREFIXES) {
      if (text.contains(prefix)) {
        return true;
      }
    }
    return false;
  }

  static List<TextRange> in(String text) {
    return mayHold(text)
        ? TOKEN
            .matcher(text)
            .results()
            .map(token -> new TextRange(token.start(), token.end()))
            .toList()
        : List.of();
  }
}
