package dev.envlens.buildlog;

import java.util.Optional;

/**
 * A line of a build's log as a person reads it.
 *
 * @param vertex BuildKit's number of the step that printed it, as in {@code #8 0.512 text}
 * @param printed whether a program printed it, as far as BuildKit says; else it is the builder's
 */
record LogLine(Optional<String> vertex, boolean printed, String text) {

  /** No message that matters is longer; what is, is somebody's data. */
  static final int LONGEST = 4000;

  private static final char ESCAPE = '\u001b';

  /** Reads a line without its line feed. */
  static LogLine of(String line) {
    String shown = withoutCodes(lastDrawn(line));
    if (!shown.startsWith("#")) {
      return new LogLine(Optional.empty(), true, shown);
    }
    int end = digitsEnd(shown, 1);
    if (end == 1 || end >= shown.length() || shown.charAt(end) != ' ') {
      return new LogLine(Optional.empty(), true, shown);
    }
    String said = shown.substring(end + 1);
    String text = withoutTime(said);
    return new LogLine(Optional.of(shown.substring(1, end)), !text.equals(said), text);
  }

  /** A progress bar draws over itself with carriage returns: what is seen is what came last. */
  private static String lastDrawn(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\r' || line.charAt(end - 1) == '\n')) {
      end--;
    }
    int start = line.lastIndexOf('\r', end - 1) + 1;
    return line.substring(start, Math.min(end, start + LONGEST));
  }

  /** Without the control sequences of terminals (ECMA-48) and other control characters. */
  private static String withoutCodes(String line) {
    if (line.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
      return line;
    }
    var text = new StringBuilder(line.length());
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      if (c == ESCAPE) {
        i = sequenceEnd(line, i + 1);
      } else {
        if (c == '\t') {
          text.append(' ');
        } else if (c == '\b' && text.length() > 0) {
          text.setLength(text.length() - 1);
        } else if (c >= ' ' && c != 0x7f) {
          text.append(c);
        }
        i++;
      }
    }
    return text.toString();
  }

  private static int sequenceEnd(String line, int start) {
    if (start >= line.length() || line.charAt(start) != '[') {
      return Math.min(line.length(), start + 1);
    }
    int end = start + 1;
    while (end < line.length() && (line.charAt(end) < '@' || line.charAt(end) > '~')) {
      end++;
    }
    return Math.min(line.length(), end + 1);
  }

  /** BuildKit writes the seconds since the step's start in front of what a program prints. */
  static String withoutTime(String text) {
    int whole = digitsEnd(text, 0);
    if (whole == 0 || whole >= text.length() || text.charAt(whole) != '.') {
      return text;
    }
    int end = digitsEnd(text, whole + 1);
    return end > whole + 1 && end < text.length() && text.charAt(end) == ' '
        ? text.substring(end + 1)
        : text;
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
