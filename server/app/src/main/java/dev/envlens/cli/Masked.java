package dev.envlens.cli;

import java.util.function.UnaryOperator;

/**
 * A line with the secrets in it masked, and which of its places are which of the line's.
 *
 * @param prefix how much is the same at the start of both
 * @param suffix how much is the same at the end of both
 */
record Masked(String text, int length, int prefix, int suffix) {

  static Masked of(String line, UnaryOperator<String> mask) {
    String text = mask.apply(line);
    int most = Math.min(line.length(), text.length());
    int prefix = 0;
    while (prefix < most && line.charAt(prefix) == text.charAt(prefix)) {
      prefix++;
    }
    int suffix = 0;
    while (suffix < most - prefix
        && line.charAt(line.length() - suffix - 1) == text.charAt(text.length() - suffix - 1)) {
      suffix++;
    }
    return new Masked(text, line.length(), prefix, suffix);
  }

  /** Where what starts at {@code offset} of the line starts; before a mask that covers it. */
  int start(int offset) {
    return offset <= prefix ? offset : Math.max(prefix, fromEnd(offset));
  }

  /** Where what ends at {@code offset} of the line ends; after a mask that covers it. */
  int end(int offset) {
    return offset <= prefix ? offset : fromEnd(Math.max(offset, length - suffix));
  }

  private int fromEnd(int offset) {
    return offset >= length - suffix ? text.length() - (length - offset) : -1;
  }
}
