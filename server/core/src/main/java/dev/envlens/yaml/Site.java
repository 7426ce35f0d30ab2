package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** The place in a text where the engine failed, and what stands around it. */
record Site(String text, Failure failure, SourceLines lines, int line) {

  static Site of(String text, Failure failure) {
    var lines = new SourceLines(text);
    return new Site(text, failure, lines, lines.at(failure.offset()));
  }

  /** Where a line's text begins behind its dash, as a column. */
  int column(int number) {
    return afterDash(number) - lines.range(number).start();
  }

  int afterDash(int number) {
    var content = lines.line(number);
    int i = content.start();
    if (lines.isItem(number)) {
      i++;
      while (i < content.end() && text.charAt(i) == ' ') {
        i++;
      }
    }
    return i;
  }

  /** From {@code offset} to the end of the line, or of the value within brackets. */
  TextRange valueAt(int offset) {
    var range = rest(offset);
    if (failure.brackets().isEmpty()) {
      return range;
    }
    int end = offset;
    while (end < range.end() && ",]}".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return new TextRange(offset, end);
  }

  int contextStart() {
    return Math.min(failure.contextStart().orElse(failure.offset()), text.length());
  }

  int contextLine() {
    return lines.at(contextStart());
  }

  /** From {@code offset} to the end of what its line says. */
  TextRange rest(int offset) {
    int start = Math.min(offset, text.length());
    return new TextRange(start, Math.max(start, lines.line(lines.at(start)).end()));
  }

  TextRange block(int number) {
    return lines.range(number).union(lines.range(lines.lastOfBlock(number)));
  }

  /** The word at {@code offset}, or the one before it. */
  TextRange word(int offset) {
    var range = lines.range(lines.at(offset));
    int start = Math.min(offset, range.end());
    int end = start;
    while (end < range.end() && text.charAt(end) > ' ') {
      end++;
    }
    if (end == start) {
      while (end > range.start() && text.charAt(end - 1) <= ' ') {
        end--;
      }
      start = end;
      while (start > range.start() && text.charAt(start - 1) > ' ') {
        start--;
      }
    }
    return new TextRange(start, end > start + 1 && text.charAt(end - 1) == ':' ? end - 1 : end);
  }
}
