package dev.envlens.definition;

/**
 * A text as PyYAML writes it: plain where that reads back as the same text, else in single quotes,
 * and in double quotes where only escapes will do, which is so for everything beyond ASCII.
 *
 * @param multiline whether it holds a line break, of any of YAML 1.1's kinds
 */
record PyYamlScalar(String text, Style style, boolean multiline) {

  enum Style {
    PLAIN,
    SINGLE,
    DOUBLE
  }

  /** A line is folded at the first chance beyond this column. */
  private static final int WIDTH = 80;

  static PyYamlScalar of(String text) {
    boolean printable = true;
    boolean multiline = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      multiline |= c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029';
      printable &= c == '\n' || isPrintableAscii(c);
    }
    if (!printable || text.contains(" \n") || text.contains("\n ")) {
      return new PyYamlScalar(text, Style.DOUBLE, multiline);
    }
    boolean plain = !multiline && !ImplicitTypes.claim(text) && !readsAsSyntax(text);
    return new PyYamlScalar(text, plain ? Style.PLAIN : Style.SINGLE, multiline);
  }

  private static boolean isPrintableAscii(int c) {
    return ' ' <= c && c <= '~';
  }

  /** Whether {@code text}, a line that is not empty, would be taken for YAML's own signs. */
  private static boolean readsAsSyntax(String text) {
    char first = text.charAt(0);
    boolean dashOrQuestion = first == '-' || first == '?';
    return " #,[]{}&*!|>'\"%@`".indexOf(first) >= 0
        || (dashOrQuestion && (text.length() == 1 || text.charAt(1) == ' '))
        || text.startsWith("---")
        || text.startsWith("...")
        || text.endsWith(" ")
        || text.endsWith(":")
        || text.contains(": ")
        || text.contains(" #");
  }

  /** Writes it on one line, whatever its length. */
  void write(YamlLines lines) {
    write(lines, 0, Integer.MAX_VALUE);
  }

  /** Writes it, folding long lines; the lines after the first stand at column {@code indent}. */
  void writeFolded(YamlLines lines, int indent) {
    write(lines, indent, WIDTH);
  }

  private void write(YamlLines lines, int indent, int width) {
    lines.separate();
    switch (style) {
      case PLAIN -> writeRuns(lines, indent, width);
      case SINGLE -> {
        lines.add('\'');
        writeRuns(lines, indent, width);
        lines.add('\'');
      }
      case DOUBLE -> {
        lines.add('"');
        writeEscaped(lines, indent, width);
        lines.add('"');
      }
    }
  }

  private void writeRuns(YamlLines lines, int indent, int width) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == ' ' || c == '\n' ? endOfRun(at) : at + 1;
      if (c == '\n') {
        // A single break would be read as a space: a run of n breaks takes n + 1.
        for (int i = at; i <= end; i++) {
          lines.newLine();
        }
        lines.indentTo(indent);
      } else if (c == ' '
          && end == at + 1
          && 0 < at
          && end < text.length()
          && lines.column() > width) {
        lines.newLine();
        lines.indentTo(indent);
      } else if (c == '\'' && style == Style.SINGLE) {
        lines.add("''");
      } else {
        lines.add(text.substring(at, end));
      }
      at = end;
    }
  }

  private int endOfRun(int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) == text.charAt(start)) {
      end++;
    }
    return end;
  }

  private void writeEscaped(YamlLines lines, int indent, int width) {
    int[] points = text.codePoints().toArray();
    boolean afterEscape = false;
    for (int at = 0; at < points.length; at++) {
      int c = points[at];
      boolean escaped = c == '"' || c == '\\' || !isPrintableAscii(c);
      if (escaped) {
        lines.add(escape(c));
      }
      // An escape that has just been written may stick out one column further than a letter.
      int column = escaped ? lines.column() - 1 : lines.column();
      boolean mayFold = 0 < at && at < points.length - 1 && (escaped || afterEscape || c == ' ');
      if (mayFold && column > width) {
        lines.add('\\');
        lines.newLine();
        lines.indentTo(indent);
        if (points[escaped ? at + 1 : at] == ' ') {
          lines.add('\\');
        }
      }
      if (!escaped) {
        lines.add((char) c);
      }
      afterEscape = escaped;
    }
  }

  private static String escape(int c) {
    return switch (c) {
      case 0x00 -> "\\0";
      case 0x07 -> "\\a";
      case 0x08 -> "\\b";
      case 0x09 -> "\\t";
      case 0x0A -> "\\n";
      case 0x0B -> "\\v";
      case 0x0C -> "\\f";
      case 0x0D -> "\\r";
      case 0x1B -> "\\e";
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case 0x85 -> "\\N";
      case 0xA0 -> "\\_";
      case 0x2028 -> "\\L";
      case 0x2029 -> "\\P";
      default -> (c <= 0xFF ? "\\x%02X" : c <= 0xFFFF ? "\\u%04X" : "\\U%08X").formatted(c);
    };
  }
}
