package dev.envlens.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the exec form: a JSON list of strings, each kept with its place in the file. */
final class ExecForm {

  private final SourceText text;
  private int at;

  private ExecForm(SourceText text) {
    this.text = text;
  }

  /** The strings; nothing when it isn't such a list, which Docker then takes for a command line. */
  static Optional<List<SourceText>> parse(SourceText arguments) {
    return new ExecForm(arguments).list();
  }

  private Optional<List<SourceText>> list() {
    var strings = new ArrayList<SourceText>();
    if (!take('[')) {
      return Optional.empty();
    }
    boolean closed = take(']');
    while (!closed) {
      var string = string();
      if (string.isEmpty()) {
        return Optional.empty();
      }
      strings.add(string.get());
      closed = take(']');
      if (!closed && !take(',')) {
        return Optional.empty();
      }
    }
    skipSpace();
    return at == text.length() ? Optional.of(List.copyOf(strings)) : Optional.empty();
  }

  private boolean take(char wanted) {
    skipSpace();
    boolean there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void skipSpace() {
    while (at < text.length() && SourceText.isSpace(text.charAt(at))) {
      at++;
    }
  }

  private Optional<SourceText> string() {
    if (!take('"')) {
      return Optional.empty();
    }
    var string = new SourceText.Builder(text.range(at, at).start());
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return Optional.of(string.build());
      }
      if (c < ' ' || (c == '\\' && !escaped(string))) {
        return Optional.empty();
      }
      if (c != '\\') {
        string.append(text, at);
      }
      at++;
    }
    return Optional.empty();
  }

  /** Reads the escape sequence at {@code at}, which is left on its last character. */
  private boolean escaped(SourceText.Builder string) {
    int start = text.range(at, at).start();
    at++;
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at);
    int simple = "\"\\/bfnrt".indexOf(c);
    if (simple >= 0) {
      string.append("\"\\/\b\f\n\r\t".charAt(simple), start);
      return true;
    }
    if (c != 'u' || at + 4 >= text.length()) {
      return false;
    }
    int code = 0;
    for (int i = 1; i <= 4; i++) {
      int digit = Character.digit(text.charAt(at + i), 16);
      if (digit < 0) {
        return false;
      }
      code = code * 16 + digit;
    }
    at += 4;
    string.append((char) code, start);
    return true;
  }
}
