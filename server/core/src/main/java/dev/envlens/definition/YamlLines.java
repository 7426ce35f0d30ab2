package dev.envlens.definition;

/** YAML text as it is being written, which knows the column it stands in. ASCII only. */
final class YamlLines {

  private final StringBuilder text = new StringBuilder();
  private int lineStart;

  /** Characters since the start of the line. */
  int column() {
    return text.length() - lineStart;
  }

  void add(char c) {
    text.append(c);
  }

  void add(CharSequence more) {
    text.append(more);
  }

  /** Leaves a space before what comes next, unless the line starts here or has one already. */
  void separate() {
    if (column() > 0 && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  void newLine() {
    text.append('\n');
    lineStart = text.length();
  }

  void indentTo(int column) {
    text.append(" ".repeat(Math.max(0, column - column())));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
