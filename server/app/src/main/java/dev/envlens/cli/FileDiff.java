package dev.envlens.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What changed in a file, as {@code diff -u} and {@code patch} have it. Secrets are masked, and so
 * is what a terminal would obey.
 *
 * @param name what the file is called in the output
 */
record FileDiff(String name, UnaryOperator<String> mask) {

  private static final int CONTEXT = 3;

  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  /** Empty when nothing changed. */
  String of(String before, String after) {
    List<String> old = lines(before);
    var lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            Visible.text(name),
            Visible.text(name),
            old,
            DiffUtils.diff(old, lines(after)),
            CONTEXT);
    var text = new StringBuilder();
    for (String line : lines) {
      text.append(shown(line)).append('\n');
    }
    return text.toString();
  }

  /** The lines without their line feeds; the last one says so when it has none. */
  private static List<String> lines(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int last = lines.size() - 1;
    if (lines.get(last).isEmpty()) {
      lines.remove(last);
    } else {
      lines.set(last, lines.get(last) + NO_NEWLINE);
    }
    return lines;
  }

  /** Tabs and the carriage return of a line end stay, or the diff would not be one of the file. */
  private String shown(String line) {
    boolean marked = line.endsWith(NO_NEWLINE);
    String content = marked ? line.substring(0, line.length() - NO_NEWLINE.length()) : line;
    boolean returns = content.endsWith("\r");
    String bare = returns ? content.substring(0, content.length() - 1) : content;
    var parts = new ArrayList<String>();
    for (String part : mask.apply(bare).split("\t", -1)) {
      parts.add(Visible.text(part));
    }
    return String.join("\t", parts) + (returns ? "\r" : "") + (marked ? NO_NEWLINE : "");
  }
}
