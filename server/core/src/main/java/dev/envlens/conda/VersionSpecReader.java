package dev.envlens.conda;

import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;

/**
 * Reads a conda version specification. Stops, without a fault, before what could be a build string,
 * a bracket or the end.
 */
final class VersionSpecReader {

  /** Deeper parentheses are nobody's meaning, and would exhaust the stack. */
  private static final int DEPTH = 50;

  private final Cursor cursor;

  VersionSpecReader(Cursor cursor) {
    this.cursor = cursor;
  }

  VersionSpec read() {
    cursor.skipSpaces();
    int start = cursor.position();
    var constraint = anyOf(0);
    var written = cursor.since(start).text().stripTrailing();
    return new VersionSpec(written, constraint);
  }

  private Constraint anyOf(int depth) {
    var any = new ArrayList<Constraint>();
    do {
      any.add(allOf(depth));
    } while (accept('|'));
    return any.size() == 1 ? any.get(0) : new Constraint.AnyOf(any);
  }

  private Constraint allOf(int depth) {
    var all = new ArrayList<Constraint>();
    int end;
    do {
      all.add(item(depth));
      end = cursor.position();
    } while (accept(','));
    if (ahead() && Characters.isOperator(cursor.peek()) && !isBuildSeparator()) {
      throw Fault.mendable(
          new TextRange(cursor.position(), cursor.position() + 1),
          "A comma is missing between two comparisons.",
          TextEdit.insert(end, ","));
    }
    return all.size() == 1 ? all.get(0) : new Constraint.AllOf(all);
  }

  /** Moves to what comes behind spaces; the caller looks at it. */
  private boolean ahead() {
    int spaces = 0;
    while (Characters.isSpace(cursor.peek(spaces))) {
      spaces++;
    }
    if (!Characters.isOperator(cursor.peek(spaces))) {
      return false;
    }
    cursor.advance(spaces);
    return true;
  }

  private boolean isBuildSeparator() {
    return cursor.peek() == '=' && !Characters.isOperator(cursor.peek(1));
  }

  /** Moves past a separator and the spaces before it; stays where it is when none comes. */
  private boolean accept(char separator) {
    int spaces = 0;
    while (Characters.isSpace(cursor.peek(spaces))) {
      spaces++;
    }
    if (cursor.peek(spaces) != separator) {
      return false;
    }
    int start = cursor.position();
    cursor.advance(spaces + 1);
    var written = cursor.since(start).range();
    cursor.skipSpaces();
    boolean lacksRest =
        cursor.isDone()
            || cursor.peek() == ','
            || cursor.peek() == '|'
            || cursor.peek() == ')'
            || cursor.peek() == '[';
    if (lacksRest) {
      throw Fault.mendable(
          new TextRange(written.end() - 1, written.end()),
          "No version follows '%s'. Write one, or remove the '%s'.".formatted(separator, separator),
          TextEdit.delete(written));
    }
    return true;
  }

  private Constraint item(int depth) {
    cursor.skipSpaces();
    char first = cursor.peek();
    if (first == '(') {
      return parenthesized(depth);
    }
    if (first == '^') {
      return regex();
    }
    return Characters.isOperator(first) ? compared() : plain();
  }

  private Constraint parenthesized(int depth) {
    int start = cursor.position();
    if (depth == DEPTH) {
      throw Fault.at(
          new TextRange(start, start + 1), "Parentheses are nested too deeply. Take some away.");
    }
    cursor.advance(1);
    var inner = anyOf(depth + 1);
    cursor.skipSpaces();
    if (!cursor.accept(')')) {
      throw Fault.at(new TextRange(start, start + 1), "This parenthesis is never closed. Add ')'.");
    }
    return inner;
  }

  private Constraint regex() {
    int start = cursor.position();
    cursor.take(c -> c != '$');
    if (!cursor.accept('$')) {
      throw Fault.at(
          cursor.since(start).range(),
          "A regular expression for a version ends with '$'. Add it, or write the version itself.");
    }
    return new Constraint.Regex(cursor.since(start).text());
  }

  private Constraint plain() {
    var operand = operand();
    var text = operand.text();
    if (text.isEmpty()) {
      throw Fault.at(
          new TextRange(cursor.position(), Math.min(cursor.position() + 1, cursor.end())),
          "A version is missing here.");
    }
    if (text.equals("*")) {
      return new Constraint.Any();
    }
    return wildcard(Comparison.EQUAL, operand);
  }

  private Constraint compared() {
    int start = cursor.position();
    var comparison = Operators.conda(cursor);
    var operator = cursor.since(start);
    cursor.skipSpaces();
    var operand = operand();
    if (operand.text().isEmpty()) {
      throw Fault.at(
          operator.range(),
          "No version follows '%s'. Write one, or remove the '%s'."
              .formatted(operator.text(), operator.text()));
    }
    if (operand.text().equals("*") && (comparison == Comparison.FUZZY || isEqual(comparison))) {
      return new Constraint.Any();
    }
    return comparison == Comparison.COMPATIBLE
        ? compatible(operand)
        : wildcard(comparison, operand);
  }

  private static boolean isEqual(Comparison comparison) {
    return comparison == Comparison.EQUAL || comparison == Comparison.IDENTICAL;
  }

  private Part operand() {
    return cursor.take(c -> !endsOperand(c));
  }

  private boolean endsOperand(char c) {
    return Characters.isSpace(c)
        || c == ','
        || c == '|'
        || c == ';'
        || c == '('
        || c == ')'
        || c == '['
        || c == '='
        || c == '<'
        || c == '>'
        || c == '~'
        || (c == '!' && Characters.isOperator(cursor.peek(1)));
  }

  /** A comparison, or a version alone ({@code EQUAL}), that may hold a {@code *}. */
  private static Constraint wildcard(Comparison comparison, Part operand) {
    boolean isWild = operand.text().endsWith("*");
    var stem = isWild ? withoutWildcard(operand.text()) : operand.text();
    var version = version(operand, stem);
    if (stem.indexOf('*') >= 0 && (comparison == Comparison.FUZZY || isEqual(comparison))) {
      boolean isOpen = comparison == Comparison.FUZZY && !isWild;
      return new Constraint.Glob(operand.text() + (isOpen ? "*" : ""));
    }
    return switch (comparison) {
      case EQUAL, IDENTICAL ->
          isWild ? new Constraint.Prefix(version) : new Constraint.Exact(version);
      case FUZZY -> isWild ? new Constraint.Prefix(version) : new Constraint.Fuzzy(version);
      case NOT_EQUAL ->
          isWild ? new Constraint.NotPrefix(version) : new Constraint.Compared(comparison, version);
      default -> new Constraint.Compared(comparison, version);
    };
  }

  /** {@code 1.2} for {@code 1.2.*}. */
  static String withoutWildcard(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == '*' || text.charAt(end - 1) == '.')) {
      end--;
    }
    return text.substring(0, end);
  }

  private static Constraint compatible(Part operand) {
    var text = operand.text();
    int point = text.lastIndexOf('.');
    if (text.endsWith("*")) {
      throw Fault.at(
          operand.range(),
          "'~=' can't have a wildcard: it allows later versions of the series by itself.");
    }
    var version = version(operand, text);
    if (point < 0) {
      throw Fault.at(operand.range(), "'~=' needs a version of two parts at least, such as '1.2'.");
    }
    return new Constraint.Compatible(version, version(operand, text.substring(0, point)));
  }

  private static CondaVersion version(Part operand, String text) {
    return CondaVersion.parse(text).orElseThrow(() -> notAVersion(operand));
  }

  private static Fault notAVersion(Part operand) {
    var text = operand.text();
    var bare = text.replace("\"", "").replace("'", "");
    if (!bare.equals(text)) {
      return Fault.mendable(
          operand.range(),
          "A version has no quotes here. Remove them.",
          TextEdit.replace(operand.range(), bare));
    }
    return Fault.at(
        operand.range(),
        "%s isn't a version to conda. Write numbers with points between, such as '1.2.3'."
            .formatted(Fault.quoted(text)));
  }
}
