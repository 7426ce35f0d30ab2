package dev.envlens.yaml;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * Where the engine stopped, in offsets of the original text.
 *
 * @param context what it was reading, in the engine's words; may be empty
 * @param contextStart where that began
 * @param problem what it met instead, in the engine's words
 * @param offset where
 */
record Failure(String context, Optional<Integer> contextStart, String problem, int offset) {

  boolean isTab() {
    return problem.contains("'\\t");
  }

  /** The problem in a user's words, at the place where it is to be mended. */
  YamlProblem describe(String text, LineIndex lines) {
    var range = at(text, lines, offset);
    if (isTab()) {
      int end = offset;
      while (end < text.length() && text.charAt(end) == '\t') {
        end++;
      }
      return new YamlProblem(new TextRange(offset, end), "A tab can't indent YAML: use spaces.");
    }
    if (problem.contains("mapping values are not allowed")) {
      return new YamlProblem(
          range,
          "A ':' can't stand here: quote the value if the colon belongs to it, or mend the"
              + " indentation.");
    }
    if (problem.contains("could not find expected ':'")) {
      int start = Math.min(contextStart.orElse(offset), text.length());
      return new YamlProblem(
          at(text, lines, start), "This line has no ':' after its key: write 'key: value'.");
    }
    if (problem.contains("that cannot start any token") && offset < text.length()) {
      return new YamlProblem(
          range, "A value can't start with '%s': quote it.".formatted(text.charAt(offset)));
    }
    if (problem.contains("expected <block end>") || problem.contains("expected the node content")) {
      return new YamlProblem(
          range, "This doesn't fit what stands above it: check its indentation and its dash.");
    }
    if (problem.contains("escape")) {
      return new YamlProblem(
          range,
          "This is no escape that YAML knows: write '\\\\' for a backslash, or use single quotes.");
    }
    return new YamlProblem(range, "This isn't YAML: %s.".formatted(plain()));
  }

  /** A bracket or quote at {@code start} that nothing closes. */
  static YamlProblem unclosed(String text, LineIndex lines, int start) {
    char opening = text.charAt(start);
    var range = new TextRange(start, Math.max(start + 1, lines.lineRange(lines.line(start)).end()));
    String message =
        switch (opening) {
          case '[' -> "This list isn't closed, or lacks a comma: add ']' or ','.";
          case '{' -> "This mapping isn't closed, or lacks a comma: add '}' or ','.";
          default -> "This quote isn't closed: add %s.".formatted(opening);
        };
    return new YamlProblem(range, message);
  }

  private String plain() {
    String words = context.isBlank() ? problem : context + ", " + problem;
    return words.strip().replaceAll("\\s+", " ");
  }

  private static TextRange at(String text, LineIndex lines, int offset) {
    var line = lines.lineRange(lines.line(Math.min(offset, text.length())));
    int start = Math.min(offset, line.end());
    int end = start;
    while (end < line.end() && text.charAt(end) > ' ') {
      end++;
    }
    if (end == start) {
      while (start > line.start() && text.charAt(start - 1) <= ' ') {
        start--;
      }
      end = start;
      while (start > line.start() && text.charAt(start - 1) > ' ') {
        start--;
      }
    }
    return new TextRange(start, end);
  }
}
