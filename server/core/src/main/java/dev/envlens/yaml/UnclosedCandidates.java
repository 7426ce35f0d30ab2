package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Quotes and brackets that are open, and what went wrong within quotes. */
final class UnclosedCandidates {

  /** How far above a failure an unclosed bracket or quote is looked for, in lines. */
  private static final int LINES_ABOVE = 50;

  private final Site site;
  private final String text;
  private final Failure failure;
  private final SourceLines lines;
  private final int line;
  private final Found found;

  UnclosedCandidates(Site site, Found found) {
    this.site = site;
    this.text = site.text();
    this.failure = site.failure();
    this.lines = site.lines();
    this.line = site.line();
    this.found = found;
  }

  void above() {
    for (int i = line; i >= Math.max(0, line - LINES_ABOVE); i--) {
      if (on(i)) {
        return;
      }
    }
  }

  /** Closes, at the line's end, the brackets and quotes that the line opens and leaves open. */
  boolean on(int number) {
    var content = lines.line(number);
    if (content.open().isEmpty()) {
      return false;
    }
    var closers = new StringBuilder();
    for (int opening : content.open()) {
      closers.insert(0, closer(text.charAt(opening)));
    }
    var problem = problem(number, content.open());
    int opening = content.open().get(content.open().size() - 1);
    int inner = beforeClosers(text, new TextRange(opening, content.end()));
    if (inner < content.end() && content.open().size() > 1) {
      found.add(Repairs.insert(inner, closers.substring(0, 1)), 1, problem);
    }
    found.add(Repairs.insert(content.end(), closers.toString()), closers.length(), problem);
    if (opening == site.afterDash(number) && closers.length() == 1) {
      int colon = text.indexOf(": ", opening);
      if (colon >= 0 && colon < content.end()) {
        found.add(Repairs.insert(colon, closers.toString()), 2, problem);
      }
    }
    if (opening == content.start()) {
      found.add(Repairs.blank(content.range()), content.range().length() + 1, problem);
    }
    return true;
  }

  /**
   * Where the value of an unclosed quote may end, if the brackets behind it aren't a part of it.
   */
  static int beforeClosers(String text, TextRange quoted) {
    int end = quoted.end();
    while (end > quoted.start() + 1 && "]}, ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  YamlProblem problem(int number, List<Integer> open) {
    int opening = open.get(open.size() - 1);
    return Faults.unclosed(text, new TextRange(opening, lines.line(number).end()));
  }

  static char closer(char opening) {
    return switch (opening) {
      case '[' -> ']';
      case '{' -> '}';
      default -> opening;
    };
  }

  void behindQuote(int offset) {
    failure
        .lastScalar()
        .filter(scalar -> lines.at(scalar.start()) == line && !scalar.isEmpty())
        .filter(scalar -> "\"'".indexOf(text.charAt(scalar.start())) >= 0)
        .ifPresent(
            scalar ->
                found.add(
                    Repairs.blank(new TextRange(scalar.start(), lines.line(line).end())),
                    2,
                    Faults.behindQuote(site.rest(offset), text.charAt(scalar.start()))));
  }

  /** Backslashes that aren't meant as escapes, as in Windows' paths. */
  void escape() {
    int quote = site.contextStart();
    int bad = text.lastIndexOf('\\', Math.min(failure.offset(), text.length()) - 1);
    if (bad < quote) {
      return;
    }
    var changes = new ArrayList<Repairs.Change>();
    int end = lines.range(line).end();
    for (int i = quote + 1; i < end && text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\') {
        if (i + 1 < end && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
          i++;
        } else {
          changes.add(new Repairs.Change(TextRange.at(i), "\\"));
        }
      }
    }
    var range = new TextRange(bad, Math.min(bad + 2, text.length()));
    var problem = Faults.escape(range, range.of(text));
    found.add(Repairs.changes(changes), 1, problem);
    found.add(Repairs.blank(site.rest(quote)), 2, problem);
  }
}
