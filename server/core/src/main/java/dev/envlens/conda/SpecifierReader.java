package dev.envlens.conda;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the comparisons of a Python requirement (PEP 440, in the grammar of PEP 508). */
final class SpecifierReader {

  private final Cursor cursor;

  SpecifierReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads as many comparisons as come, and the spaces behind them. */
  Pep440Specifiers all() {
    var all = new ArrayList<Pep440Specifier>();
    while (Characters.isOperator(cursor.peek())) {
      all.add(one());
      cursor.skipSpaces();
      boolean more = cursor.accept(',');
      // A lone '=' behind a version begins what conda calls a build string: the caller says so.
      boolean isBuild = cursor.peek() == '=' && !Characters.isOperator(cursor.peek(1));
      if (!more && !isBuild && Characters.isOperator(cursor.peek())) {
        int end = all.get(all.size() - 1).range().end();
        throw Fault.mendable(
            new TextRange(cursor.position(), cursor.position() + 1),
            "A comma is missing between two comparisons.",
            TextEdit.insert(end, ","));
      }
      if (!more) {
        break;
      }
      cursor.skipSpaces();
      if (cursor.peek() == ',') {
        var second = new TextRange(cursor.position(), cursor.position() + 1);
        throw Fault.mendable(second, "One comma is too many. Remove it.", TextEdit.delete(second));
      }
    }
    return new Pep440Specifiers(all);
  }

  private Pep440Specifier one() {
    int start = cursor.position();
    var comparison = Operators.pip(cursor);
    var operator = cursor.since(start);
    cursor.skipSpaces();
    var operand = cursor.take(c -> !endsOperand(c));
    var range = new TextRange(start, operand.range().end());
    if (operand.text().isEmpty()) {
      throw Fault.at(
          operator.range(),
          "No version follows '%s'. Write one, or remove the comparison."
              .formatted(operator.text()));
    }
    if (comparison == Comparison.IDENTICAL) {
      return new Pep440Specifier(comparison, operand, Optional.empty(), false, range);
    }
    return compared(comparison, operand, range);
  }

  private static boolean endsOperand(char c) {
    return Characters.isSpace(c)
        || c == ','
        || c == ';'
        || c == ')'
        || c == '='
        || c == '<'
        || c == '>'
        || c == '~';
  }

  private Pep440Specifier compared(Comparison comparison, Part operand, TextRange range) {
    var text = operand.text();
    boolean isPrefix = text.endsWith(".*");
    var digits = isPrefix ? text.substring(0, text.length() - 2) : text;
    if (text.equals("*")) {
      throw Fault.mendable(
          range,
          "'*' isn't a version to pip. Leave the comparison out to allow any version.",
          TextEdit.delete(range));
    }
    var version = Pep440Version.parse(digits).orElseThrow(() -> notAVersion(operand));
    if (isPrefix) {
      refusePrefix(comparison, operand, version);
    }
    boolean equality = comparison == Comparison.EQUAL || comparison == Comparison.NOT_EQUAL;
    if (!version.local().isEmpty() && !equality) {
      throw Fault.mendable(
          operand.range(),
          "A local version (what follows '+') goes with '==' and '!=' only. Remove '%s'."
              .formatted(text.substring(text.indexOf('+'))),
          TextEdit.replace(operand.range(), text.substring(0, text.indexOf('+'))));
    }
    if (comparison == Comparison.COMPATIBLE && version.release().size() < 2) {
      throw Fault.at(operand.range(), "'~=' needs a version of two parts at least, such as '1.2'.");
    }
    return new Pep440Specifier(comparison, operand, Optional.of(version), isPrefix, range);
  }

  private static void refusePrefix(Comparison comparison, Part operand, Pep440Version version) {
    var without = operand.text().substring(0, operand.text().length() - 2);
    if (comparison != Comparison.EQUAL && comparison != Comparison.NOT_EQUAL) {
      var message =
          "'.*' goes with '==' and '!=' only. Write '%s%s'."
              .formatted(comparison.symbol(), without);
      // Of the comparisons that can't have it, only >= means the same without.
      throw comparison == Comparison.AT_LEAST
          ? Fault.mendable(operand.range(), message, TextEdit.replace(operand.range(), without))
          : Fault.at(operand.range(), message);
    }
    if (!version.equals(version.base()) || !version.local().isEmpty()) {
      throw Fault.at(
          operand.range(),
          "'.*' can only follow numbers. Write '%s' or '%s.*'.".formatted(without, version.base()));
    }
  }

  private static Fault notAVersion(Part operand) {
    var text = operand.text();
    var bare = text.replace("\"", "").replace("'", "");
    if (!bare.equals(text)) {
      return Fault.mendable(
          operand.range(),
          "A version has no quotes. Remove them.",
          TextEdit.replace(operand.range(), bare));
    }
    return Fault.at(
        operand.range(),
        "%s isn't a Python version (PEP 440). Write numbers with points between, such as '1.2.3'."
            .formatted(Fault.quoted(text)));
  }
}
