package dev.envlens.conda;

import dev.envlens.text.TextEdit;
import java.util.Map;
import java.util.Optional;

/** Reads comparison operators, and says of a slip of the pen which one was meant. */
final class Operators {

  /** Slips that mean the same to conda and to pip. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("=>", ">="),
          Map.entry("=<", "<="),
          Map.entry("=!", "!="),
          Map.entry("=~", "~="),
          Map.entry("~", "~="),
          Map.entry("!", "!="),
          Map.entry("<>", "!="),
          Map.entry("~>", "~="),
          Map.entry("~==", "~="),
          Map.entry("!==", "!="),
          Map.entry(">==", ">="),
          Map.entry("<==", "<="),
          Map.entry("====", "=="));

  private static final String CHOICE = "==, !=, >=, <=, >, < or ~=";

  private Operators() {}

  /** Reads the operator that begins here, as conda has them. */
  static Comparison conda(Cursor cursor) {
    return read(cursor, Comparison.IDENTICAL);
  }

  /** Reads the operator that begins here, as PEP 440 has them. */
  static Comparison pip(Cursor cursor) {
    return read(cursor, Comparison.FUZZY);
  }

  private static Comparison read(Cursor cursor, Comparison unknown) {
    int start = cursor.position();
    var written = cursor.take(Characters::isOperator).text();
    var joined = written + broken(cursor);
    var known = Comparison.of(joined).filter(c -> c != unknown);
    if (known.isPresent() && joined.equals(written)) {
      return known.get();
    }
    var whole = cursor.since(start);
    var meant =
        known
            .map(Comparison::symbol)
            .or(() -> Optional.ofNullable(MEANT.get(joined)))
            .or(() -> joined.equals(unknown.symbol()) ? Optional.of("==") : Optional.empty());
    if (meant.isEmpty()) {
      throw Fault.at(
          whole.range(),
          "'%s' isn't a way to compare versions. Use %s.".formatted(whole.text(), CHOICE));
    }
    throw Fault.mendable(
        whole.range(),
        "'%s' isn't a way to compare versions. Write '%s'.".formatted(whole.text(), meant.get()),
        TextEdit.replace(whole.range(), meant.get()));
  }

  /** The rest of an operator that spaces were put into: {@code = =}, {@code > =}. */
  private static String broken(Cursor cursor) {
    var rest = new StringBuilder();
    int ahead = 0;
    while (true) {
      int next = ahead;
      while (Characters.isSpace(cursor.peek(next))) {
        next++;
      }
      if (!Characters.isOperator(cursor.peek(next))) {
        cursor.advance(ahead);
        return rest.toString();
      }
      rest.append(cursor.peek(next));
      ahead = next + 1;
    }
  }
}
