package dev.envlens.cli;

import dev.envlens.check.Severity;
import dev.envlens.text.Position;
import java.util.Comparator;
import java.util.List;

/**
 * A finding as it is printed.
 *
 * @param start its first character, and {@code end} the one after its last: lines and UTF-16
 *     columns from 0
 * @param fixes what would mend it, the best first
 */
record Reported(
    Subject subject, Position start, Position end, List<String> fixes, Excerpt excerpt) {

  /** What is said of which file, which {@code file} names as {@link ShownPaths} does. */
  record Subject(String file, Severity severity, String code, String message) {}

  /** What two findings share that say the same. */
  record Identity(Subject subject, Position start, Position end) {}

  static final Comparator<Reported> ORDER =
      Comparator.comparing(Reported::file)
          .thenComparing(Reported::start, positions())
          .thenComparing(Reported::end, positions())
          .thenComparing(Reported::severity)
          .thenComparing(Reported::code)
          .thenComparing(Reported::message);

  String file() {
    return subject.file();
  }

  Severity severity() {
    return subject.severity();
  }

  String code() {
    return subject.code();
  }

  String message() {
    return subject.message();
  }

  Identity identity() {
    return new Identity(subject, start, end);
  }

  /** From 1. */
  int line() {
    return start.line() + 1;
  }

  int column() {
    return start.character() + 1;
  }

  int endLine() {
    return end.line() + 1;
  }

  /** The column after the last character. */
  int endColumn() {
    return end.character() + 1;
  }

  private static Comparator<Position> positions() {
    return Comparator.comparingInt(Position::line).thenComparingInt(Position::character);
  }
}
