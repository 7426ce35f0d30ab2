package dev.envlens.files;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Azure ML's SDK leaves out when it uploads a context: the rules of {@code .amlignore}, else
 * of {@code .gitignore}.
 *
 * <p>These are gitignore patterns as azure-ai-ml reads them, which is not quite as git does: every
 * path is judged by its text alone and the last rule that matches it wins. So a file can be let
 * back in from a folder that is left out; {@code data/} leaves out what is in {@code data} but not
 * the entry itself; {@code [^a]} is a class of two characters; and a byte order mark spoils the
 * first rule.
 */
final class UploadRules implements IgnoreRules {

  private record Rule(Pattern pattern, boolean excludes) {}

  private final List<Rule> rules;
  private final boolean letsBackIn;

  private UploadRules(List<Rule> rules) {
    this.rules = rules;
    this.letsBackIn = rules.stream().anyMatch(rule -> !rule.excludes);
  }

  /**
   * The rules in {@code text}.
   *
   * @param file the name to use in messages
   * @throws ContextFault for a line on which the SDK gives up
   */
  static UploadRules parse(String text, String file) throws ContextFault {
    List<Rule> rules = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String rule = strip(line);
      if (rule.isEmpty() || rule.startsWith("#") || rule.equals("/")) {
        continue;
      }
      boolean excludes = !rule.startsWith("!");
      Optional<Pattern> pattern = pattern(excludes ? rule : rule.substring(1));
      if (pattern.isEmpty()) {
        throw new ContextFault(
            "line %d of %s, '%s', is no pattern: the upload to Azure ML fails on it. Mend or remove the line"
                .formatted(number, file, rule));
      }
      rules.add(new Rule(pattern.get(), excludes));
    }
    return new UploadRules(List.copyOf(rules));
  }

  @Override
  public boolean excludes(String path) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      if (rules.get(i).pattern.matches(path)) {
        return rules.get(i).excludes;
      }
    }
    return false;
  }

  @Override
  public boolean excludesAllBelow(String folder) {
    return !letsBackIn && excludes(folder + "/");
  }

  private static Optional<Pattern> pattern(String rule) {
    List<String> parts = new ArrayList<>(List.of(rule.split("/", -1)));
    for (int i = parts.size() - 1; i > 0; i--) {
      if (parts.get(i).equals("**") && parts.get(i - 1).equals("**")) {
        parts.remove(i);
      }
    }
    if (parts.equals(List.of("**", ""))) {
      return new RegexText().add(".+/.*").compile();
    }
    boolean anywhere = parts.size() == 1 || (parts.size() == 2 && parts.get(1).isEmpty());
    if (parts.get(0).isEmpty()) {
      parts.remove(0);
    } else if (anywhere && !parts.get(0).equals("**")) {
      parts.add(0, "**");
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    int last = parts.size() - 1;
    if (last > 0 && parts.get(last).isEmpty()) {
      parts.set(last, "**");
    }
    return pattern(parts);
  }

  private static Optional<Pattern> pattern(List<String> parts) {
    RegexText regex = new RegexText();
    int last = parts.size() - 1;
    boolean needsSlash = false;
    for (int i = 0; i <= last; i++) {
      String part = parts.get(i);
      if (part.equals("**")) {
        regex.add(i == 0 ? (last == 0 ? ".+" : "(?:.+/)?") : i == last ? "/.*" : "(?:/.+)?");
        needsSlash = i > 0;
        continue;
      }
      if (needsSlash) {
        regex.add("/");
      }
      needsSlash = true;
      if (part.equals("*")) {
        regex.add("[^/]+");
      } else if (!addGlob(regex, part.codePoints().toArray())) {
        return Optional.empty();
      }
      if (i == last) {
        regex.add("(?:/.*)?");
      }
    }
    return regex.compile();
  }

  /** Whether the glob is whole: it may not end in the middle of an escape. */
  private static boolean addGlob(RegexText regex, int[] glob) {
    int i = 0;
    while (i < glob.length) {
      int c = glob[i++];
      if (c == '\\') {
        if (i == glob.length) {
          return false;
        }
        regex.literal(glob[i++]);
      } else if (c == '*') {
        regex.add("[^/]*");
      } else if (c == '?') {
        regex.add("[^/]");
      } else if (c == '[' && endOfClass(glob, i) < glob.length) {
        int end = endOfClass(glob, i);
        addClass(regex, glob, i, end);
        i = end + 1;
      } else {
        regex.literal(c);
      }
    }
    return true;
  }

  /** Where the bracket closes that a class beginning at {@code from} needs; else the length. */
  private static int endOfClass(int[] glob, int from) {
    int i = from;
    if (i < glob.length && glob[i] == '!') {
      i++;
    }
    if (i < glob.length && glob[i] == ']') {
      i++;
    }
    while (i < glob.length && glob[i] != ']') {
      i++;
    }
    return i;
  }

  private static void addClass(RegexText regex, int[] glob, int from, int end) {
    boolean negated = glob[from] == '!';
    regex.add(negated ? "[^" : "[");
    int i = negated ? from + 1 : from;
    while (i < end) {
      boolean isRange = i + 2 < end && glob[i + 1] == '-';
      regex.range(glob[i], glob[isRange ? i + 2 : i]);
      i += isRange ? 3 : 1;
    }
    regex.add("]");
  }

  /** As Python strips white space, which includes the no-break space. */
  private static String strip(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isSpace(line.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }
}
