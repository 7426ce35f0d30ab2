package dev.envlens.conda;

import dev.envlens.conda.MatchSpec.Source;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code channel[/subdir]::} that may stand before a package name. */
final class ChannelReader {

  private static final Set<String> SYSTEMS =
      Set.of("linux", "osx", "win", "freebsd", "emscripten", "wasi", "zos");

  private final String text;
  private final Cursor cursor;

  ChannelReader(String text, Cursor cursor) {
    this.text = text;
    this.cursor = cursor;
  }

  Source read() {
    int colons = colons();
    if (colons < 0) {
      return new Source(Optional.empty(), Optional.empty(), Optional.empty());
    }
    var before = cursor.take(c -> cursor.position() < colons);
    int spaces = before.text().length() - before.text().stripTrailing().length();
    cursor.advance(2);
    if (spaces > 0 || Characters.isSpace(cursor.peek())) {
      int end = colons + 2;
      while (end < cursor.end() && Characters.isSpace(text.charAt(end))) {
        end++;
      }
      var range = new TextRange(colons - spaces, end);
      throw Fault.mendable(range, "'::' has no spaces around it.", TextEdit.replace(range, "::"));
    }
    return source(before);
  }

  /** Where the {@code ::} is; -1 without one. */
  private int colons() {
    int colons = text.indexOf("::", cursor.position());
    int bracket = text.indexOf('[');
    int limit = bracket < 0 ? cursor.end() : Math.min(bracket, cursor.end());
    if (colons >= 0 && colons < limit) {
      return colons;
    }
    int end = cursor.position();
    while (end < limit && !Characters.isOperator(text.charAt(end))) {
      end++;
    }
    int colon = text.indexOf(':', cursor.position());
    if (colon < 0 || colon >= end) {
      return -1;
    }
    var range = new TextRange(colon, colon + 1);
    char next = colon + 1 < end ? text.charAt(colon + 1) : ' ';
    if (Characters.isSpace(next) || Characters.isDigit(next)) {
      throw Fault.mendable(
          range,
          "':' can't follow a package name. Write '=' before the version.",
          TextEdit.replace(new TextRange(colon, skipped(colon + 1)), "="));
    }
    throw Fault.mendable(
        range,
        "One ':' doesn't name a channel: conda would ignore what stands before it. Write '::'.",
        TextEdit.replace(range, "::"));
  }

  private int skipped(int from) {
    int at = from;
    while (at < cursor.end() && Characters.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static Source source(Part before) {
    if (before.text().isEmpty()) {
      return new Source(Optional.empty(), Optional.empty(), Optional.empty());
    }
    if (!Characters.areAll(before.text(), c -> !Characters.isSpace(c))) {
      throw Fault.at(
          before.range(),
          "A channel, which stands before '::', is a name or a URL without spaces.");
    }
    int slash = before.text().lastIndexOf('/');
    if (slash <= 0 || !isSubdir(before.text().substring(slash + 1))) {
      return new Source(Optional.of(before), Optional.empty(), Optional.empty());
    }
    int start = before.range().start();
    var channel = new Part(before.text().substring(0, slash), new TextRange(start, start + slash));
    var subdir =
        new Part(
            before.text().substring(slash + 1),
            new TextRange(start + slash + 1, before.range().end()));
    return new Source(Optional.of(channel), Optional.of(subdir), Optional.empty());
  }

  /** Platforms are {@code noarch} and a system with an architecture: {@code linux-64}. */
  private static boolean isSubdir(String text) {
    int dash = text.indexOf('-');
    return text.equals("noarch") || (dash > 0 && SYSTEMS.contains(text.substring(0, dash)));
  }
}
