package dev.envlens.conda;

import dev.envlens.text.Nearest;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Set;

/**
 * Checks the grammar of a marker, the condition behind a requirement's {@code ;} (PEP 508, with the
 * variables that the dependency groups specification added).
 */
final class MarkerReader {

  /** Deeper parentheses are nobody's meaning, and would exhaust the stack. */
  private static final int DEPTH = 50;

  private static final List<String> VARIABLES =
      List.of(
          "python_version",
          "python_full_version",
          "os_name",
          "sys_platform",
          "platform_release",
          "platform_system",
          "platform_version",
          "platform_machine",
          "platform_python_implementation",
          "implementation_name",
          "implementation_version",
          "extra",
          "extras",
          "dependency_groups");

  /** Spellings from before PEP 508 that pip still reads. */
  private static final Set<String> OLD_VARIABLES =
      Set.of(
          "os.name",
          "sys.platform",
          "platform.version",
          "platform.machine",
          "platform.python_implementation",
          "python_implementation");

  private static final Set<String> COMPARISONS =
      Set.of("===", "==", "!=", "~=", ">=", "<=", ">", "<");

  private final String text;
  private final Cursor cursor;

  /** {@code cursor} stands behind the {@code ;}. */
  MarkerReader(String text, Cursor cursor) {
    this.text = text;
    this.cursor = cursor;
  }

  Part read() {
    int semicolon = cursor.position() - 1;
    cursor.skipSpaces();
    if (cursor.isDone()) {
      var range = new TextRange(semicolon, semicolon + 1);
      throw Fault.mendable(
          range,
          "No condition follows the ';'. Write one, or remove the ';'.",
          TextEdit.delete(range));
    }
    int start = cursor.position();
    conditions(0);
    int end = cursor.position();
    cursor.skipSpaces();
    if (!cursor.isDone()) {
      throw Fault.at(cursor.rest(), "Put 'and' or 'or' between conditions.");
    }
    return Part.of(text, start, end);
  }

  private void conditions(int depth) {
    condition(depth);
    while (acceptWord("and") || acceptWord("or")) {
      condition(depth);
    }
  }

  private void condition(int depth) {
    cursor.skipSpaces();
    if (cursor.peek() != '(') {
      comparison();
      return;
    }
    var range = new TextRange(cursor.position(), cursor.position() + 1);
    if (depth == DEPTH) {
      throw Fault.at(range, "Parentheses are nested too deeply. Take some away.");
    }
    cursor.advance(1);
    conditions(depth + 1);
    cursor.skipSpaces();
    if (!cursor.accept(')')) {
      throw Fault.at(range, "This parenthesis is never closed. Add ')'.");
    }
  }

  private void comparison() {
    value();
    cursor.skipSpaces();
    int start = cursor.position();
    var symbol = cursor.take(Characters::isOperator);
    boolean isWord = symbol.text().isEmpty() && (acceptWord("in") || acceptNotIn());
    if (!isWord && !COMPARISONS.contains(symbol.text())) {
      throw symbol.text().equals("=")
          ? Fault.mendable(
              symbol.range(),
              "'=' isn't a comparison. Write '=='.",
              TextEdit.replace(symbol.range(), "=="))
          : Fault.at(
              new TextRange(start, Math.max(cursor.position(), Math.min(start + 1, cursor.end()))),
              "A condition compares two values: put ==, !=, >=, <=, >, <, 'in' or 'not in' here.");
    }
    value();
  }

  private void value() {
    cursor.skipSpaces();
    int start = cursor.position();
    char quote = cursor.peek();
    if (quote == '"' || quote == '\'') {
      cursor.advance(1);
      cursor.take(c -> c != quote);
      if (!cursor.accept(quote)) {
        throw Fault.at(
            new TextRange(start, start + 1),
            "This quote is never closed. Add %s.".formatted(quote));
      }
      return;
    }
    var word = cursor.take(c -> Characters.isInName(c) || c == '*');
    if (word.text().isEmpty()) {
      throw Fault.at(
          new TextRange(start, Math.min(start + 1, cursor.end())),
          "A value is missing here: a variable such as python_version, or a text in quotes.");
    }
    if (!VARIABLES.contains(word.text()) && !OLD_VARIABLES.contains(word.text())) {
      throw unknown(word);
    }
  }

  private static Fault unknown(Part word) {
    var nearest = Nearest.to(word.text(), VARIABLES);
    if (nearest.isPresent() && word.text().length() > 3) {
      return Fault.mendable(
          word.range(),
          "No variable of conditions is called %s. Did you mean '%s'?"
              .formatted(Fault.quoted(word.text()), nearest.get()),
          TextEdit.replace(word.range(), nearest.get()));
    }
    var quoted = "\"" + word.text() + "\"";
    return Fault.mendable(
        word.range(),
        "Values in a condition stand in quotes. Write quotes around this one.",
        TextEdit.replace(word.range(), quoted));
  }

  private boolean acceptNotIn() {
    if (!acceptWord("not")) {
      return false;
    }
    if (!acceptWord("in")) {
      throw Fault.at(cursor.rest(), "'in' is missing behind 'not'.");
    }
    return true;
  }

  private boolean acceptWord(String word) {
    cursor.skipSpaces();
    if (!cursor.isAt(word) || Characters.isInName(cursor.peek(word.length()))) {
      return false;
    }
    cursor.advance(word.length());
    return true;
  }
}
