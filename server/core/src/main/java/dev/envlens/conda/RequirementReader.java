package dev.envlens.conda;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a Python requirement (PEP 508). */
final class RequirementReader {

  private final String text;
  private final Cursor cursor;

  /** Reads {@code text} from {@code start} to {@code end}; ranges count from the text's start. */
  RequirementReader(String text, int start, int end) {
    this.text = text;
    this.cursor = new Cursor(text, start, end);
  }

  Requirement read() {
    cursor.skipSpaces();
    var name = name();
    cursor.skipSpaces();
    var extras = cursor.peek() == '[' ? extras() : List.<Part>of();
    cursor.skipSpaces();
    if (cursor.peek() == '@') {
      return referring(name, extras);
    }
    int start = cursor.position();
    var specifiers = specifiers(name);
    var marker = marker();
    cursor.skipSpaces();
    if (!cursor.isDone()) {
      throw unexpected(name, start);
    }
    return new Requirement(name, extras, specifiers, range(specifiers), Optional.empty(), marker);
  }

  private Part name() {
    var name = cursor.take(Characters::isInName);
    if (name.text().isEmpty()) {
      throw noName();
    }
    if (!isIdentifier(name.text())) {
      throw Fault.at(
          name.range(),
          "%s isn't a package name: one begins and ends with a letter or a digit."
              .formatted(Fault.quoted(name.text())));
    }
    return name;
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Characters.isAlphanumeric(name.charAt(0))
        && Characters.isAlphanumeric(name.charAt(name.length() - 1));
  }

  private Fault noName() {
    var rest = cursor.rest();
    char first = cursor.peek();
    if (first == '"' || first == '\'') {
      var line = rest.of(text);
      var bare = line.replace("\"", "").replace("'", "");
      return line.indexOf(';') < 0
          ? Fault.mendable(
              rest, "A requirement has no quotes. Remove them.", TextEdit.replace(rest, bare))
          : Fault.at(rest, "A package name has no quotes. Remove them.");
    }
    return Fault.at(
        new TextRange(rest.start(), Math.min(rest.start() + 1, rest.end())),
        "A package name is missing here. Write it before the version, such as 'numpy==1.26.4'.");
  }

  private List<Part> extras() {
    int start = cursor.position();
    cursor.advance(1);
    var extras = new ArrayList<Part>();
    cursor.skipSpaces();
    while (!cursor.accept(']')) {
      var extra = cursor.take(Characters::isInName);
      cursor.skipSpaces();
      boolean follows = cursor.peek() == ']' || cursor.peek() == ',';
      if (!isIdentifier(extra.text()) || !follows) {
        throw badExtras(start);
      }
      extras.add(extra);
      if (cursor.accept(',')) {
        cursor.skipSpaces();
        if (cursor.peek() == ']') {
          throw badExtras(start);
        }
      }
    }
    return extras;
  }

  private Fault badExtras(int start) {
    cursor.take(c -> c != ']');
    if (cursor.isDone()) {
      return Fault.at(new TextRange(start, start + 1), "This bracket is never closed. Add ']'.");
    }
    cursor.advance(1);
    return Fault.at(
        cursor.since(start).range(),
        "Brackets hold the names of extras with commas between, such as [cpu,docs].");
  }

  private Requirement referring(Part name, List<Part> extras) {
    var at = new TextRange(cursor.position(), cursor.position() + 1);
    cursor.advance(1);
    cursor.skipSpaces();
    var url = cursor.take(c -> !Characters.isSpace(c));
    if (url.text().isEmpty()) {
      throw Fault.at(at, "No URL follows the '@'. Write one, or remove the '@'.");
    }
    boolean isVersion = Pep440Version.parse(url.text()).isPresent();
    if (isVersion) {
      var wrong = new TextRange(at.start(), url.range().end());
      throw Fault.mendable(
          wrong,
          "A URL follows '@', a version follows '=='. Write '==%s'.".formatted(url.text()),
          TextEdit.replace(wrong, "==" + url.text()));
    }
    cursor.skipSpaces();
    if (!cursor.isDone() && cursor.peek() != ';' && url.text().endsWith(";")) {
      int semicolon = url.range().end() - 1;
      throw Fault.mendable(
          new TextRange(semicolon, semicolon + 1),
          "A space must stand between a URL and ';', which else counts as part of it.",
          TextEdit.insert(semicolon, " "));
    }
    var marker = marker();
    cursor.skipSpaces();
    if (!cursor.isDone()) {
      throw Fault.at(cursor.rest(), "Only ' ; ' and a condition can follow a URL. Remove this.");
    }
    return new Requirement(
        name,
        extras,
        new Pep440Specifiers(List.of()),
        Optional.empty(),
        Optional.of(DirectReference.of(url)),
        marker);
  }

  private Pep440Specifiers specifiers(Part name) {
    int start = cursor.position();
    if (!cursor.accept('(')) {
      return new SpecifierReader(cursor).all();
    }
    cursor.skipSpaces();
    var specifiers = new SpecifierReader(cursor).all();
    cursor.skipSpaces();
    if (!cursor.accept(')')) {
      throw cursor.isDone()
          ? Fault.mendable(
              new TextRange(start, start + 1),
              "This parenthesis is never closed. Add ')'.",
              TextEdit.insert(cursor.rest().end(), ")"))
          : Fault.at(
              cursor.rest(),
              "Parentheses behind '%s' hold comparisons, such as (>=1.2,<2)."
                  .formatted(name.text()));
    }
    return specifiers;
  }

  private static Optional<TextRange> range(Pep440Specifiers specifiers) {
    return specifiers.all().stream().map(Pep440Specifier::range).reduce(TextRange::union);
  }

  private Optional<Part> marker() {
    cursor.skipSpaces();
    if (!cursor.accept(';')) {
      return Optional.empty();
    }
    return Optional.of(new MarkerReader(text, cursor).read());
  }

  /** What follows name and version; {@code start} is where a version would begin. */
  private Fault unexpected(Part name, int start) {
    var rest = cursor.rest();
    var words = rest.of(text);
    if (rest.start() == start && Pep440Version.parse(words).isPresent()) {
      // Without the space the version would melt into the name.
      var gap = new TextRange(lastNonSpace(start), rest.start());
      return Fault.mendable(
          rest,
          "A comparison is missing before the version. Write '==%s'.".formatted(words),
          TextEdit.replace(gap, "=="));
    }
    if (cursor.peek() == ',' && rest.length() == 1) {
      return Fault.mendable(
          rest, "A comma is left over at the end. Remove it.", TextEdit.delete(rest));
    }
    if (cursor.peek() == '=') {
      return Fault.mendable(
          rest,
          "pip has no build strings (what follows the second '='). Remove it.",
          TextEdit.delete(rest));
    }
    if (cursor.isAt("::")) {
      var channel = new TextRange(name.range().start(), rest.start() + 2);
      return Fault.mendable(
          channel,
          "pip has no channels (what stands before '::'). Remove it, or "
              + "move the package to the conda dependencies.",
          TextEdit.delete(channel));
    }
    if (cursor.peek() == ':' && Pep440Version.parse(words.substring(1)).isPresent()) {
      return Fault.mendable(
          rest,
          "':' can't follow a package name. Write '==' before the version.",
          TextEdit.replace(rest, "==" + words.substring(1).strip()));
    }
    if (words.indexOf("://") >= 0) {
      return Fault.at(rest, "A URL stands behind an '@'. Write 'name @ URL'.");
    }
    return Fault.at(
        rest,
        "%s isn't part of a requirement, which is a name, a version and, behind ';', a condition."
            .formatted(Fault.quoted(words)));
  }

  private int lastNonSpace(int from) {
    int at = from;
    while (at > 0 && Characters.isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
