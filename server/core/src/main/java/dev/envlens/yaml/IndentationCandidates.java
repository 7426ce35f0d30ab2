package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** Lines that stand too deep or not deep enough. */
final class IndentationCandidates {

  /** How many indentations of the lines above are tried. */
  private static final int INDENTATIONS = 6;

  /** The longest block that is moved as a whole, in lines. */
  private static final int BLOCK = 200;

  private final Site site;
  private final SourceLines lines;
  private final int line;
  private final Found found;

  IndentationCandidates(Site site, Found found) {
    this.site = site;
    this.lines = site.lines();
    this.line = site.line();
    this.found = found;
  }

  /** The line and its block as deep as one of the lines above. */
  void reindent() {
    int indent = lines.indent(line);
    var tried = new ArrayList<Integer>();
    int level = Integer.MAX_VALUE;
    var above = lines.above(line);
    while (above.isPresent() && level > 0 && tried.size() < INDENTATIONS) {
      int next = above.getAsInt();
      if (lines.level(next) < level) {
        level = lines.level(next);
        tryIndent(indent, lines.indent(next), tried);
        if (lines.isItem(next)) {
          tryIndent(indent, site.column(next), tried);
        }
      }
      above = lines.above(next);
    }
    reindentAbove();
  }

  /** The lines above as deep as this one, if they are what stands too deep. */
  private void reindentAbove() {
    int indent = lines.indent(line);
    int first = line;
    int least = Integer.MAX_VALUE;
    var above = lines.above(line);
    while (above.isPresent()
        && lines.indent(above.getAsInt()) > indent
        && line - above.getAsInt() < BLOCK) {
      first = above.getAsInt();
      least = Math.min(least, lines.indent(first));
      above = lines.above(first);
    }
    if (first < line && lines.indent(first) == least) {
      var content = lines.line(first);
      var place = lines.isItem(first) ? content.range() : site.word(content.start());
      found.add(
          moved(first, line - 1, indent - least),
          1 + least - indent,
          Faults.indentation(place, least, indent));
    }
  }

  private void tryIndent(int indent, int better, List<Integer> tried) {
    if (better == indent || tried.contains(better)) {
      return;
    }
    tried.add(better);
    var content = lines.line(line);
    var place = lines.isItem(line) ? content.range() : site.word(content.start());
    var problem = Faults.indentation(place, indent, better);
    int cost = 1 + Math.abs(better - indent);
    found.add(moved(line, line, better - indent), cost, problem);
    found.add(
        moved(line, Math.min(lines.lastOfBlock(line), line + BLOCK), better - indent),
        cost + 1,
        problem);
  }

  /** The lines from {@code first} to {@code last}, {@code by} columns further right. */
  private Repairs moved(int first, int last, int by) {
    var changes = new ArrayList<Repairs.Change>();
    for (int i = first; i <= last; i++) {
      if (!lines.isBlank(i)) {
        int indent = lines.indent(i);
        int start = lines.range(i).start();
        var range = new TextRange(start, start + indent);
        changes.add(new Repairs.Change(range, " ".repeat(Math.max(0, indent + by))));
      }
    }
    return Repairs.changes(changes);
  }

  /** Lines that stand deeper than the one above and continue nothing. */
  void strayLines() {
    var above = lines.above(line);
    if (above.isPresent() && lines.indent(line) > lines.indent(above.getAsInt())) {
      found.add(Repairs.blank(strayBlock()), 10, Faults.misfit(lines.line(line).range()));
    }
  }

  /** The line and those below it that are indented like it or deeper. */
  TextRange strayBlock() {
    int last = line;
    var below = lines.below(line);
    while (below.isPresent() && lines.indent(below.getAsInt()) >= lines.indent(line)) {
      last = below.getAsInt();
      below = lines.below(last);
    }
    return lines.range(line).union(lines.range(last));
  }

  /** White space on empty lines, deeper than the text that follows. */
  void blockIndent() {
    int indent = lines.indent(line);
    for (int i = line - 1; i >= 0 && lines.line(i).isBlank(); i--) {
      var range = lines.range(i);
      if (range.length() > indent) {
        found.add(Repairs.change(range, ""), 1, Faults.emptyLine(range));
      }
    }
  }
}
