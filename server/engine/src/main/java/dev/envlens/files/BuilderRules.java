package dev.envlens.files;

import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What Docker leaves out of a context: the rules of {@code .dockerignore}.
 *
 * <p>As documented for {@code docker build}: patterns are relative to the context, match as Go's
 * {@code filepath.Match} does plus {@code **} for any number of folders, and speak for all that is
 * in a folder that they match; the last one that matches wins, and {@code !} lets back in, also
 * from a folder that is left out. The file of one Dockerfile, {@code NAME.dockerignore}, is
 * BuildKit's alone and not read.
 */
final class BuilderRules implements IgnoreRules {

  static final String FILE = ".dockerignore";

  private record Rule(Pattern pattern, boolean excludes) {}

  private final List<Rule> rules;
  private final boolean letsBackIn;

  private BuilderRules(List<Rule> rules) {
    this.rules = rules;
    this.letsBackIn = rules.stream().anyMatch(rule -> !rule.excludes);
  }

  /**
   * The rules in {@code text}.
   *
   * @throws ContextFault for a line on which Docker refuses to build
   */
  static BuilderRules parse(String text) throws ContextFault {
    List<Rule> rules = new ArrayList<>();
    String[] lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String rule = lines[i].strip();
      if (lines[i].startsWith("#") || rule.isEmpty()) {
        continue;
      }
      boolean excludes = !rule.startsWith("!");
      String glob = excludes ? rule : rule.substring(1).strip();
      Optional<Pattern> pattern = glob.isEmpty() ? Optional.empty() : pattern(cleaned(glob));
      if (pattern.isEmpty()) {
        throw new ContextFault(
            "line %d of %s, '%s', is no pattern: Docker refuses to build with it. Mend or remove the line"
                .formatted(i + 1, FILE, rule));
      }
      rules.add(new Rule(pattern.get(), excludes));
    }
    return new BuilderRules(List.copyOf(rules));
  }

  @Override
  public boolean excludes(String path) {
    boolean excluded = false;
    for (Rule rule : rules) {
      if (rule.excludes != excluded && matchesOrHolds(rule.pattern, path)) {
        excluded = rule.excludes;
      }
    }
    return excluded;
  }

  @Override
  public boolean excludesAllBelow(String folder) {
    return !letsBackIn && excludes(folder);
  }

  private static boolean matchesOrHolds(Pattern pattern, String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (pattern.matches(path.substring(0, slash))) {
        return true;
      }
    }
    return pattern.matches(path);
  }

  /** The shortest way to write the same path, without a slash in front. */
  private static String cleaned(String glob) {
    boolean rooted = glob.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : glob.split("/", -1)) {
      boolean up = part.equals("..");
      if (up && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(up && rooted)) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? (rooted ? "/" : ".") : String.join("/", parts);
  }

  private static Optional<Pattern> pattern(String glob) {
    RegexText regex = new RegexText();
    int[] chars = glob.codePoints().toArray();
    int i = 0;
    while (i < chars.length) {
      int c = chars[i];
      if (c == '*' && i + 1 < chars.length && chars[i + 1] == '*') {
        i = addDoubleStar(regex, glob, chars, i);
      } else if (c == '*') {
        regex.add("[^/]*");
        i++;
      } else if (c == '?') {
        regex.add("[^/]");
        i++;
      } else if (c == '[') {
        i = addClass(regex, chars, i + 1);
      } else if (c == '\\') {
        i = i + 1 < chars.length ? i + 2 : -1;
        regex.literal(i < 0 ? c : chars[i - 1]);
      } else {
        regex.literal(c);
        i++;
      }
      if (i < 0) {
        return Optional.empty();
      }
    }
    return regex.compile();
  }

  /** Where the glob goes on behind the stars at {@code at} and the slash that belongs to them. */
  private static int addDoubleStar(RegexText regex, String glob, int[] chars, int at) {
    int next = at + 2;
    if (next < chars.length && chars[next] == '/') {
      next++;
    }
    // Before plain text and without a slash, two stars are any beginning, even of a name.
    boolean anyBeginning =
        at == 0 && next == 2 && glob.substring(2).chars().noneMatch(c -> "*?[]\\".indexOf(c) >= 0);
    regex.add(next == chars.length || anyBeginning ? ".*" : "(?:.*/)?");
    return next;
  }

  /** Where the glob goes on behind the class whose inside begins at {@code at}; -1: malformed. */
  private static int addClass(RegexText regex, int[] chars, int at) {
    boolean negated = at < chars.length && chars[at] == '^';
    regex.add(negated ? "[^" : "[");
    int first = negated ? at + 1 : at;
    int i = first;
    while (i < chars.length && (chars[i] != ']' || i == first)) {
      int low = inClass(chars, i);
      int next = low < 0 ? -1 : low + 1;
      int high = low;
      if (next > 0 && next < chars.length && chars[next] == '-') {
        high = inClass(chars, next + 1);
        next = high < 0 ? -1 : high + 1;
      }
      if (next < 0) {
        return -1;
      }
      regex.range(chars[low], chars[high]);
      i = next;
    }
    regex.add("]");
    return i < chars.length ? i + 1 : -1;
  }

  /** Where the character of a class stands that is written at {@code at}; -1: there is none. */
  private static int inClass(int[] chars, int at) {
    int i = at < chars.length && chars[at] == '\\' ? at + 1 : at;
    boolean escaped = i > at;
    boolean isCharacter = i < chars.length && (escaped || (chars[i] != '-' && chars[i] != ']'));
    return isCharacter ? i : -1;
  }
}
