package dev.envlens.text;

/**
 * A half-open stretch of a text: UTF-16 offsets, {@code start} included, {@code end} not. A
 * negative start, or an end before it, is refused.
 */
public record TextRange(int start, int end) {

  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a range: " + start + ".." + end);
    }
  }

  /** The empty range at {@code offset}. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /**
   * Whether {@code offset} lies inside or at either end: a caret behind the last character is in.
   */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  /** Whether the two share a character, or touch where one of them is empty. */
  public boolean intersects(TextRange other) {
    if (isEmpty() || other.isEmpty()) {
      return start <= other.end && other.start <= end;
    }
    return start < other.end && other.start < end;
  }

  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest range that holds both. */
  public TextRange union(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The same length, {@code by} code units further on. */
  public TextRange shift(int by) {
    return new TextRange(start + by, end + by);
  }

  /** The part of {@code text} that this range covers. */
  public String of(String text) {
    return text.substring(start, end);
  }

  // Written out: what a record brings by itself is made at run time, at a fresh JVM's cost.
  @Override
  public boolean equals(Object other) {
    return other instanceof TextRange range && start == range.start && end == range.end;
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }
}
