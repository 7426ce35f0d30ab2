package dev.envlens.dockerfile;

import dev.envlens.text.TextRange;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text that was put together from a Dockerfile (continued lines joined, quotes taken off, variables
 * filled in) and still knows where in the file each of its characters stands.
 */
public final class SourceText {

  private final String text;
  private final int[] offsets;
  private final int first;
  private final int emptyAt;

  private SourceText(String text, int[] offsets, int first, int emptyAt) {
    this.text = text;
    this.offsets = offsets;
    this.first = first;
    this.emptyAt = emptyAt;
  }

  /** The text itself. */
  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }

  char charAt(int index) {
    return text.charAt(index);
  }

  /** Where the whole of it stands in the file: from its first character to its last. */
  public TextRange range() {
    return range(0, text.length());
  }

  /**
   * Where the characters from {@code start} to {@code end} stand in the file. What lies between
   * them in the file (a line's continuation, a quote) is covered too.
   */
  public TextRange range(int start, int end) {
    if (start == end) {
      return TextRange.at(offset(start));
    }
    int from = offsets[first + start];
    int to = offsets[first + end - 1] + 1;
    // Characters that variables brought in stand elsewhere, perhaps further up.
    return from < to ? new TextRange(from, to) : new TextRange(to - 1, from + 1);
  }

  /**
   * Where the characters stand if they stand together in the file, so that they can be replaced by
   * replacing that range; nothing when they were brought together from several places.
   */
  public Optional<TextRange> editable(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (offsets[first + i] != offsets[first + i - 1] + 1) {
        return Optional.empty();
      }
    }
    return Optional.of(range(start, end));
  }

  /** The characters from {@code start} to {@code end}. */
  public SourceText slice(int start, int end) {
    return new SourceText(text.substring(start, end), offsets, first + start, offset(start));
  }

  /** The same without white space at its ends. */
  SourceText trimmed() {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return slice(start, end);
  }

  private int offset(int index) {
    if (index < text.length()) {
      return offsets[first + index];
    }
    return text.isEmpty() ? emptyAt : offsets[first + text.length() - 1] + 1;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u000b' || c == '\f';
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects characters and where they come from. */
  static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private final int emptyAt;
    private int[] offsets = new int[16];

    /**
     * @param emptyAt the place of the text in the file should it stay empty
     */
    Builder(int emptyAt) {
      this.emptyAt = emptyAt;
    }

    int length() {
      return text.length();
    }

    Builder append(char c, int offset) {
      if (text.length() == offsets.length) {
        offsets = Arrays.copyOf(offsets, offsets.length * 2);
      }
      offsets[text.length()] = offset;
      text.append(c);
      return this;
    }

    Builder append(String file, int start, int end) {
      for (int i = start; i < end; i++) {
        append(file.charAt(i), i);
      }
      return this;
    }

    Builder append(SourceText other, int index) {
      return append(other.text.charAt(index), other.offsets[other.first + index]);
    }

    Builder append(SourceText other) {
      for (int i = 0; i < other.length(); i++) {
        append(other, i);
      }
      return this;
    }

    SourceText build() {
      return new SourceText(text.toString(), offsets, 0, emptyAt);
    }
  }
}
