package dev.envlens.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Version control's marks of a merge that wasn't resolved. Each conflict is one problem; its first
 * side is read, the other one isn't.
 */
record Conflicts(Repairs repairs, List<YamlProblem> problems) {

  private static final String OURS = "<<<<<<<";
  private static final String BASE = "|||||||";
  private static final String THEIRS = "=======";
  private static final String END = ">>>>>>>";

  static Conflicts in(String text, int max) {
    var repairs = Repairs.none();
    var problems = new ArrayList<YamlProblem>();
    if (text.contains(OURS)) {
      var lines = new SourceLines(text);
      int line = 0;
      while (line < lines.count() && problems.size() < max) {
        int end = isMark(text, lines, line, OURS) ? end(text, lines, line) : -1;
        if (end >= 0) {
          problems.add(Faults.conflict(lines.line(line).range()));
          repairs = repairs.and(repair(text, lines, line, end));
          line = end;
        }
        line++;
      }
    }
    return new Conflicts(repairs, problems);
  }

  private static Repairs repair(String text, SourceLines lines, int first, int last) {
    int other = first + 1;
    while (other < last
        && !isMark(text, lines, other, BASE)
        && !isMark(text, lines, other, THEIRS)) {
      other++;
    }
    return Repairs.blank(lines.range(first))
        .and(Repairs.blank(lines.range(other).union(lines.range(last))));
  }

  /** The line that ends the conflict which {@code line} begins, or -1. */
  private static int end(String text, SourceLines lines, int line) {
    for (int i = line + 1; i < lines.count() && !isMark(text, lines, i, OURS); i++) {
      if (isMark(text, lines, i, END)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMark(String text, SourceLines lines, int line, String mark) {
    var range = lines.range(line);
    return text.startsWith(mark, range.start())
        && (range.length() == mark.length() || text.charAt(range.start() + mark.length()) == ' ');
  }
}
