package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** Where things begin and end more exactly than the engine's marks say. */
record Places(String text) {

  int trimmedEnd(TextRange range) {
    int end = range.end();
    while (end > range.start() && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  int endOfHeader(TextRange range) {
    int end = range.start();
    while (end < range.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  /** Whether a value that isn't there has a colon: the engine puts one without anywhere. */
  boolean hasColon(int keyEnd, int valueStart) {
    int next = keyEnd;
    while (next < valueStart && isBlank(next)) {
      next++;
    }
    int before = valueStart;
    while (before > keyEnd && isBlank(before - 1)) {
      before--;
    }
    return (next < valueStart && text.charAt(next) == ':')
        || (before > keyEnd && text.charAt(before - 1) == ':');
  }

  private boolean isBlank(int offset) {
    return text.charAt(offset) == ' ' || text.charAt(offset) == '\t';
  }

  /** An event's marks begin at its anchor or tag; its value begins behind them. */
  TextRange withoutProperties(TextRange range) {
    int start = range.start();
    while (start < range.end() && (text.charAt(start) == '&' || text.charAt(start) == '!')) {
      while (start < range.end() && text.charAt(start) > ' ') {
        start++;
      }
      start = skipBlanksAndComments(start, range.end());
    }
    return new TextRange(start, range.end());
  }

  private int skipBlanksAndComments(int from, int end) {
    int i = from;
    while (i < end && (text.charAt(i) <= ' ' || text.charAt(i) == '#')) {
      if (text.charAt(i) == '#') {
        while (i < end && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          i++;
        }
      } else {
        i++;
      }
    }
    return i;
  }
}
