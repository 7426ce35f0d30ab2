package dev.envlens.conda;

import dev.envlens.text.TextRange;

/** A place in a text that moves forward: what the parsers of this package read with. */
final class Cursor {

  /** What {@link #peek} says at the end. */
  static final char END = '\uffff';

  /** Says of a character whether it belongs to what is being read. */
  interface Belongs {
    boolean test(char c);
  }

  private final String text;
  private final int end;
  private int position;

  Cursor(String text, int start, int end) {
    this.text = text;
    this.position = start;
    this.end = end;
  }

  Cursor(String text) {
    this(text, 0, text.length());
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  boolean isDone() {
    return position >= end;
  }

  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return position + ahead < end ? text.charAt(position + ahead) : END;
  }

  boolean isAt(String wanted) {
    return position + wanted.length() <= end && text.startsWith(wanted, position);
  }

  void advance(int by) {
    position = Math.min(end, position + by);
  }

  /** Moves past {@code wanted} if it comes next. */
  boolean accept(char wanted) {
    if (!isDone() && text.charAt(position) == wanted) {
      position++;
      return true;
    }
    return false;
  }

  void skipSpaces() {
    while (!isDone() && Characters.isSpace(text.charAt(position))) {
      position++;
    }
  }

  /** The longest run of what belongs, perhaps empty. */
  Part take(Belongs belongs) {
    int start = position;
    while (!isDone() && belongs.test(text.charAt(position))) {
      position++;
    }
    return Part.of(text, start, position);
  }

  /** The text from {@code start} to here. */
  Part since(int start) {
    return Part.of(text, start, position);
  }

  /** The rest, without the spaces at its end. */
  TextRange rest() {
    int last = end;
    while (last > position && Characters.isSpace(text.charAt(last - 1))) {
      last--;
    }
    return new TextRange(position, last);
  }
}
