package dev.envlens.conda;

import dev.envlens.conda.RequirementsFile.Entry;
import dev.envlens.conda.RequirementsFile.Piece;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Joins the physical lines of a file to logical ones. */
final class LogicalLines {

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder joined = new StringBuilder();
  private List<Piece> pieces = new ArrayList<>();

  private LogicalLines(String text) {
    this.text = text;
  }

  /** The lines of {@code text} that aren't blank. */
  static List<Line> of(String text) {
    return new LogicalLines(text).read();
  }

  /** Where comments stand, each to the end of its physical line. */
  static List<TextRange> commentsIn(String text) {
    var comments = new ArrayList<TextRange>();
    int mark = text.indexOf('#');
    while (mark >= 0) {
      char before = mark == 0 ? '\n' : text.charAt(mark - 1);
      if (before == BYTE_ORDER_MARK || before <= ' ') {
        int end = mark;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
          end++;
        }
        comments.add(new TextRange(mark, end));
        mark = end;
      }
      mark = text.indexOf('#', mark + 1);
    }
    return comments;
  }

  /** A logical line before it is parsed. */
  record Line(String text, List<Piece> pieces) {

    boolean isBlank() {
      return RequirementLineReader.contentOf(text).isEmpty();
    }

    Entry entry(DependencyParser parser) {
      var unplaced = new Entry(TextRange.at(0), text, parser.requirement(text), pieces);
      var range = unplaced.inFile(RequirementLineReader.contentOf(text));
      return new Entry(range, text, unplaced.line(), pieces);
    }
  }

  private List<Line> read() {
    boolean hasMark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    int start = hasMark ? 1 : 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      physicalLine(start, end);
      boolean isPair = text.startsWith("\r\n", end);
      start = end + (isPair ? 2 : 1);
    }
    finish();
    return lines;
  }

  private void physicalLine(int start, int end) {
    boolean goesOn = end > start && text.charAt(end - 1) == '\\' && !isComment(start, end);
    pieces.add(new Piece(joined.length(), start));
    if (isComment(start, end) && joined.length() > 0) {
      // A comment ends the line it stands in, and is none of it.
      pieces.remove(pieces.size() - 1);
      finish();
      return;
    }
    int last = end;
    while (goesOn && last > start && text.charAt(last - 1) == '\\') {
      last--;
    }
    joined.append(text, start, last);
    if (!goesOn) {
      finish();
    }
  }

  private boolean isComment(int start, int end) {
    int i = start;
    while (i < end && Characters.isSpace(text.charAt(i))) {
      i++;
    }
    return i < end && text.charAt(i) == '#';
  }

  private void finish() {
    var line = new Line(joined.toString(), pieces);
    if (!line.isBlank()) {
      lines.add(line);
    }
    joined.setLength(0);
    pieces = new ArrayList<>();
  }
}
