package dev.envlens.yaml;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads a text, and after a syntax error its readable rest: of several small repairs, the one that
 * lets the engine read furthest at the least loss is taken, until the end is reached.
 */
final class YamlReader {

  static final int MAX_PROBLEMS = 20;

  /** How much text may be read again in search of repairs, in UTF-16 units. */
  private static final long REPAIR_BUDGET = 20_000_000;

  /** How far above a problem an unclosed bracket or quote is looked for, in lines. */
  private static final int LINES_ABOVE = 50;

  private final String text;
  private final int maxLength;
  private final LineIndex lines;
  private long budget = REPAIR_BUDGET;

  YamlReader(String text, int maxLength) {
    this.text = text;
    this.maxLength = maxLength;
    this.lines = LineIndex.of(text);
  }

  Yaml read() {
    if (text.length() > maxLength) {
      var problem =
          new YamlProblem(
              lines.lineRange(0),
              "This file is too large to check (%d MB; the limit is %d MB, setting maxFileSize)."
                  .formatted(text.length() / 1_048_576, maxLength / 1_048_576));
      return new Yaml(text, lines, List.of(), List.of(), List.of(problem), List.of());
    }
    var masking = Masking.of(text);
    var problems = new ArrayList<>(masking.problems());
    var repairs = Repairs.none();
    var reading = compose(masking, repairs);
    while (reading.failure().isPresent()) {
      var failure = reading.failure().get();
      var attempt = problems.size() < MAX_PROBLEMS ? repair(masking, repairs, failure) : null;
      if (problems.size() < MAX_PROBLEMS) {
        problems.add(describe(failure, attempt));
      }
      if (attempt == null) {
        repairs = repairs.and(Repairs.blank(new TextRange(lineStart(failure.offset()), end())));
        reading = compose(masking, repairs);
        break;
      }
      reading = attempt.reading();
      repairs = reading.repairs();
    }
    problems.addAll(reading.problems());
    problems.sort(Comparator.comparingInt(problem -> problem.range().start()));
    return new Yaml(
        text,
        lines,
        reading.documents(),
        Comments.in(text, reading.scalars()),
        problems,
        repairs.blanks());
  }

  private Composer.Reading compose(Masking masking, Repairs repairs) {
    return new Composer(text, masking, repairs).compose();
  }

  private YamlProblem describe(Failure failure, Attempt attempt) {
    return attempt != null && attempt.opening().isPresent()
        ? Failure.unclosed(text, lines, attempt.opening().getAsInt())
        : failure.describe(text, lines);
  }

  /** A repair and what it let the engine read; {@code opening} is the bracket that it closed. */
  private record Attempt(Composer.Reading reading, OptionalInt opening) {}

  private record Candidate(Repairs repairs, OptionalInt opening) {}

  private Attempt repair(Masking masking, Repairs repairs, Failure failure) {
    Attempt best = null;
    for (var candidate : candidates(failure)) {
      budget -= text.length();
      if (budget < 0) {
        return null;
      }
      var reading = compose(masking, repairs.and(candidate.repairs()));
      if (reading.reached() > failure.offset()
          && (best == null || isBetter(reading, best.reading()))) {
        best = new Attempt(reading, candidate.opening());
      }
    }
    return best;
  }

  private boolean isBetter(Composer.Reading one, Composer.Reading other) {
    return one.reached() != other.reached()
        ? one.reached() > other.reached()
        : one.repairs().cost(text) < other.repairs().cost(text);
  }

  private Set<Candidate> candidates(Failure failure) {
    var result = new LinkedHashSet<Candidate>();
    int problemLine = lines.line(failure.offset());
    var problemRange = lines.lineRange(problemLine);
    if (failure.isTab()) {
      result.add(new Candidate(untabbed(), OptionalInt.empty()));
    }
    for (int line = problemLine; line >= Math.max(0, problemLine - LINES_ABOVE); line--) {
      if (addClosers(result, lines.lineRange(line))) {
        break;
      }
    }
    failure
        .contextStart()
        .ifPresent(
            start -> {
              var range = lines.lineRange(lines.line(start));
              addClosers(result, range);
              add(result, start, range.end());
              add(result, range.start(), range.end());
              add(result, range.start(), problemRange.end());
              addBlock(result, lines.line(start));
            });
    add(result, failure.offset(), problemRange.end());
    add(result, problemRange.start(), problemRange.end());
    for (int line = problemLine - 1; line >= 0; line--) {
      var range = lines.lineRange(line);
      if (!range.of(text).isBlank()) {
        add(result, range.start(), range.end());
        break;
      }
    }
    addBlock(result, problemLine);
    return result;
  }

  private void add(Set<Candidate> candidates, int start, int end) {
    if (start < end && !text.substring(start, end).isBlank()) {
      candidates.add(new Candidate(Repairs.blank(new TextRange(start, end)), OptionalInt.empty()));
    }
  }

  /** The line and the lines below it that are indented deeper. */
  private void addBlock(Set<Candidate> candidates, int line) {
    var first = lines.lineRange(line);
    int indent = indent(first);
    int last = line;
    for (int next = line + 1; next < lines.lineCount(); next++) {
      var range = lines.lineRange(next);
      if (!range.of(text).isBlank() && indent(range) <= indent) {
        break;
      }
      last = next;
    }
    if (last > line) {
      add(candidates, first.start(), lines.lineRange(last).end());
    }
  }

  private int indent(TextRange line) {
    int i = line.start();
    while (i < line.end() && text.charAt(i) == ' ') {
      i++;
    }
    return i - line.start();
  }

  /** Every tab before a line's first character, as spaces: one file, one habit, one problem. */
  private Repairs untabbed() {
    var blanks = new ArrayList<TextRange>();
    for (int line = 0; line < lines.lineCount(); line++) {
      var range = lines.lineRange(line);
      int end = range.start();
      while (end < range.end() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
        end++;
      }
      int tab = text.indexOf('\t', range.start());
      if (tab >= 0 && tab < end) {
        blanks.add(new TextRange(tab, end));
      }
    }
    return new Repairs(blanks, List.of());
  }

  /** Closes, at the line's end, the brackets and quotes that the line opens and leaves open. */
  private boolean addClosers(Set<Candidate> candidates, TextRange line) {
    var open = new ArrayDeque<Integer>();
    int quote = -1;
    int end = line.end();
    for (int i = line.start(); i < end; i++) {
      char c = text.charAt(i);
      if (quote >= 0) {
        if (c == '\\' && text.charAt(quote) == '"') {
          i++;
        } else if (c == text.charAt(quote)) {
          quote = -1;
        }
      } else if ((c == '"' || c == '\'') && opensValue(line, i)) {
        quote = i;
      } else if (c == '[' || c == '{') {
        open.push(i);
      } else if ((c == ']' || c == '}') && !open.isEmpty()) {
        open.pop();
      } else if (c == '#' && i > line.start() && text.charAt(i - 1) <= ' ') {
        end = i;
      }
    }
    if (quote >= 0) {
      open.push(quote);
    }
    if (open.isEmpty()) {
      return false;
    }
    while (end > line.start() && text.charAt(end - 1) <= ' ') {
      end--;
    }
    var closers = new StringBuilder();
    open.forEach(opening -> closers.append(closer(text.charAt(opening))));
    candidates.add(
        new Candidate(Repairs.insert(end, closers.toString()), OptionalInt.of(open.getFirst())));
    return true;
  }

  /** An apostrophe within a word opens nothing. */
  private boolean opensValue(TextRange line, int offset) {
    return offset == line.start() || " \t[{,:-".indexOf(text.charAt(offset - 1)) >= 0;
  }

  private static char closer(char opening) {
    return switch (opening) {
      case '[' -> ']';
      case '{' -> '}';
      default -> opening;
    };
  }

  private int lineStart(int offset) {
    return lines.lineStart(lines.line(Math.min(offset, end())));
  }

  private int end() {
    return text.length();
  }
}
