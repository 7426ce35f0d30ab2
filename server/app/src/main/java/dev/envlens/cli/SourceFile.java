package dev.envlens.cli;

import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import dev.envlens.text.TextRange;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A file's text, for saying where in it something stands. For one thread. */
final class SourceFile {

  private final String text;
  private final LineIndex lines;
  private final UnaryOperator<String> mask;

  /** A line may be all of a file, and hold many findings. */
  private final Map<Integer, Masked> masked = new HashMap<>();

  SourceFile(String text, LineIndex lines, UnaryOperator<String> mask) {
    this.text = text;
    this.lines = lines;
    this.mask = mask;
  }

  /** A position as editors show it: a byte order mark is no character of the first line. */
  Position position(int offset) {
    var position = lines.position(offset);
    return position.line() == 0 && text.startsWith("\uFEFF")
        ? new Position(0, Math.max(0, position.character() - 1))
        : position;
  }

  /** The first line of {@code range}. */
  Excerpt excerpt(TextRange range) {
    int number = lines.line(Math.min(range.start(), text.length()));
    var line = lines.lineRange(number);
    var shown = masked.computeIfAbsent(number, key -> Masked.of(line.of(text), mask));
    int start = Math.min(range.start(), line.end()) - line.start();
    int end = Math.max(start, Math.min(range.end(), line.end()) - line.start());
    return Excerpt.of(shown.text(), shown.start(start), shown.end(end));
  }

  /** The lines of {@code range}, as {@code 3-7}, from 1. */
  String lines(TextRange range) {
    int first = lines.line(Math.min(range.start(), text.length()));
    var last = lines.position(range.end());
    boolean endsBefore = last.character() == 0 && last.line() > first;
    return (first + 1) + "-" + (last.line() + (endsBefore ? 0 : 1));
  }
}
