package dev.envlens.check;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.net.URI;

/** A text in which {@code #} begins a comment, and which of its lines hold more than one. */
final class CommentedText {

  private final URI uri;
  private final String text;
  private final LineIndex lines;

  /** For each line the first below it that has content, else its own number. */
  private final int[] contentBelow;

  /** The first line with content, which is none of those that begin a document. */
  private final int firstContent;

  CommentedText(URI uri, String text, LineIndex lines) {
    this.uri = uri;
    this.text = text;
    this.lines = lines;
    this.contentBelow = new int[lines.lineCount()];
    int below = -1;
    int first = contentBelow.length;
    for (int line = contentBelow.length - 1; line >= 0; line--) {
      contentBelow[line] = below < 0 ? line : below;
      String content = lineText(line).replace("\uFEFF", "").strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        below = line;
        first = content.startsWith("---") ? first : line;
      }
    }
    this.firstContent = first;
  }

  URI uri() {
    return uri;
  }

  String text() {
    return text;
  }

  int line(TextRange range) {
    return lines.line(range.start());
  }

  /** The text of the line that {@code number} counts from 0. */
  final String lineText(int number) {
    return lines.lineRange(number).of(text);
  }

  boolean isAlone(TextRange comment) {
    return text.substring(lineStart(comment), comment.start()).isBlank();
  }

  /** The next line that is neither blank nor a comment; the comment's own where there is none. */
  int nextContentLine(TextRange comment) {
    return contentBelow[line(comment)];
  }

  /** Whether nothing but comments and a document's beginning stands above {@code comment}. */
  boolean isAboveContent(TextRange comment) {
    return line(comment) < firstContent;
  }

  /** Where the line of {@code comment} begins, behind a byte order mark. */
  private int lineStart(TextRange comment) {
    int start = lines.lineStart(line(comment));
    return text.startsWith("\uFEFF", start) ? start + 1 : start;
  }

  /** What is to be deleted for {@code comment} to be gone: its line, if it has that to itself. */
  TextRange removal(TextRange comment) {
    if (isAlone(comment)) {
      return new TextRange(lineStart(comment), lines.nextLineStart(line(comment)));
    }
    int start = comment.start();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    return new TextRange(start, comment.end());
  }
}
