package dev.envlens.conda;

import dev.envlens.conda.MatchSpec.Attribute;
import dev.envlens.text.Nearest;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Reads the {@code [key=value,…]} behind a match specification. */
final class BracketReader {

  private static final List<String> KEYS =
      List.of(
          "name",
          "version",
          "build",
          "build_number",
          "channel",
          "subdir",
          "url",
          "fn",
          "md5",
          "sha256",
          "license",
          "license_family",
          "features",
          "track_features");

  private final Cursor cursor;
  private final String name;
  private final int start;

  /** {@code cursor} stands at the bracket. */
  BracketReader(Cursor cursor, String name) {
    this.cursor = cursor;
    this.name = name;
    this.start = cursor.position();
  }

  List<Attribute> read() {
    cursor.advance(1);
    var attributes = new ArrayList<Attribute>();
    skipSeparators();
    while (!cursor.accept(']')) {
      if (cursor.isDone()) {
        throw Fault.mendable(
            new TextRange(start, start + 1),
            "This bracket is never closed. Add ']'.",
            TextEdit.insert(cursor.end(), "]"));
      }
      attributes.add(attribute());
      skipSeparators();
    }
    return attributes;
  }

  private void skipSeparators() {
    cursor.take(c -> Characters.isSpace(c) || c == ',');
  }

  private Attribute attribute() {
    var key = cursor.take(c -> Characters.isAlphanumeric(c) || c == '_' || c == '-' || c == '.');
    cursor.skipSpaces();
    if (key.text().isEmpty() || !cursor.accept('=')) {
      throw notAttributes(key);
    }
    if (!KEYS.contains(key.text())) {
      throw unknown(key);
    }
    cursor.skipSpaces();
    return new Attribute(key, value(key));
  }

  private static Fault unknown(Part key) {
    var nearest = Nearest.to(key.text(), KEYS);
    if (nearest.isEmpty()) {
      return Fault.at(
          key.range(),
          "conda knows no %s in brackets. It knows %s."
              .formatted(Fault.quoted(key.text()), String.join(", ", KEYS)));
    }
    return Fault.mendable(
        key.range(),
        "conda knows no %s in brackets. Did you mean '%s'?"
            .formatted(Fault.quoted(key.text()), nearest.get()),
        TextEdit.replace(key.range(), nearest.get()));
  }

  private Part value(Part key) {
    char quote = cursor.peek();
    boolean isQuoted = quote == '"' || quote == '\'';
    int from = cursor.position();
    if (isQuoted) {
      cursor.advance(1);
    }
    var value =
        cursor.take(c -> isQuoted ? c != quote : !Characters.isSpace(c) && c != ',' && c != ']');
    if (isQuoted && !cursor.accept(quote)) {
      throw Fault.at(
          new TextRange(from, from + 1), "This quote is never closed. Add %s.".formatted(quote));
    }
    if (value.text().isBlank()) {
      throw Fault.at(
          key.range(), "'%s' has no value. Write one, or remove it.".formatted(key.text()));
    }
    return value;
  }

  /** What pip knows as extras isn't known to conda. */
  private Fault notAttributes(Part key) {
    cursor.take(c -> c != ']');
    cursor.accept(']');
    var bracket = cursor.since(start);
    var looksLikeExtras =
        Characters.areAll(bracket.text(), c -> Characters.isInName(c) || " ,[]".indexOf(c) >= 0);
    if (!looksLikeExtras || key.text().isEmpty()) {
      return Fault.at(
          bracket.range(), "Brackets hold key=value pairs, such as [version='>=1.2', build=py_0].");
    }
    return Fault.mendable(
        bracket.range(),
        "conda has no extras like '%s'. Remove them, or list %s%s under 'pip:'."
            .formatted(bracket.text(), name, bracket.text()),
        TextEdit.delete(bracket.range()));
  }
}
