package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fills variables into one word and takes its quotes off, as Docker does: {@code $NAME}, {@code
 * ${NAME}}, and {@code ${NAME:-word}}, {@code :+}, {@code :?} with or without the colon. The other
 * modifiers give an unknown value.
 */
final class Expansion {

  /** Longer than any image name; keeps variables that double each other small. */
  private static final int LONGEST = 1024;

  private static final int DEEPEST = 32;

  private final Variables variables;
  private final SourceText text;
  private final char escape;
  private final List<String> unknown = new ArrayList<>();
  private boolean failed;
  private int at;

  Expansion(Variables variables, SourceText text, char escape) {
    this.variables = variables;
    this.text = text;
    this.escape = escape;
  }

  Variables.Filled run() {
    var result = new SourceText.Builder(text.range().start());
    word(result, false, 0);
    boolean whole = !failed && unknown.isEmpty() && result.length() <= LONGEST;
    return new Variables.Filled(
        whole ? Optional.of(result.build()) : Optional.empty(),
        unknown.stream().distinct().toList());
  }

  private void word(SourceText.Builder result, boolean inBraces, int depth) {
    boolean literal = false;
    while (at < text.length() && !failed) {
      char c = text.charAt(at);
      if (c == '\'' || literal) {
        literal = (c == '\'') != literal;
        if (c != '\'') {
          result.append(text, at);
        }
        at++;
      } else if (inBraces && c == '}') {
        return;
      } else if (c == '"') {
        at++;
      } else if (c == escape && at + 1 < text.length()) {
        result.append(text, at + 1);
        at += 2;
      } else if (c == '$') {
        at++;
        variable(result, depth + 1);
      } else {
        result.append(text, at++);
      }
      failed |= result.length() > LONGEST;
    }
  }

  /** Reads what follows a {@code $}. */
  private void variable(SourceText.Builder result, int depth) {
    boolean braces = at < text.length() && text.charAt(at) == '{';
    int start = braces ? at + 1 : at;
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
      end++;
    }
    if (end == start || depth > DEEPEST) {
      failed |= braces || depth > DEEPEST;
      if (!braces) {
        result.append(text, at - 1);
      }
      return;
    }
    String name = text.text().substring(start, end);
    at = end;
    if (!braces) {
      use(variables.value(name), name, result);
    } else {
      modified(name, result, depth);
      failed |= at >= text.length();
      at++;
    }
  }

  /** Reads what stands between a name and the closing brace, on which it leaves {@code at}. */
  private void modified(String name, SourceText.Builder result, int depth) {
    var value = variables.value(name);
    if (at < text.length() && text.charAt(at) == '}') {
      use(value, name, result);
      return;
    }
    boolean emptyCounts = at < text.length() && text.charAt(at) == ':';
    at += emptyCounts ? 1 : 0;
    char operator = at < text.length() ? text.charAt(at) : 0;
    at++;
    var other = new SourceText.Builder(text.range().start());
    int before = unknown.size();
    word(other, true, depth);
    boolean set = isSet(value, emptyCounts);
    boolean usesOther = operator == '-' ? !set : operator == '+' && set;
    if (!usesOther) {
      unknown.subList(before, unknown.size()).clear();
    }
    if (usesOther) {
      result.append(other.build());
    } else if (operator == '-' || operator == '?') {
      use(value, name, result);
    } else if (operator != '+') {
      unknown.add(name);
    }
  }

  private static boolean isSet(Variables.Value value, boolean emptyIsUnset) {
    if (value instanceof Variables.Value.Known known) {
      return !emptyIsUnset || !known.text().isEmpty();
    }
    return value instanceof Variables.Value.Undetermined;
  }

  private void use(Variables.Value value, String name, SourceText.Builder result) {
    if (value instanceof Variables.Value.Known known) {
      result.append(known.text());
    } else {
      unknown.add(name);
    }
  }

  private static boolean isNamePart(char c, boolean first) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return letter || (!first && c >= '0' && c <= '9');
  }
}
