package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** Lines that should be a key or an item, and lack what makes them one. */
final class KeyCandidates {

  /** How far above a line its list is looked for, in lines. */
  private static final int LINES_ABOVE = 50;

  private final Site site;
  private final String text;
  private final SourceLines lines;
  private final Found found;
  private final UnclosedCandidates unclosed;

  KeyCandidates(Site site, Found found) {
    this.site = site;
    this.text = site.text();
    this.lines = site.lines();
    this.found = found;
    this.unclosed = new UnclosedCandidates(site, found);
  }

  /** The line {@code number} should be a key and has no colon. */
  void noColon(int number) {
    var content =
        new TextRange(
            site.afterDash(number), Math.max(site.afterDash(number), lines.line(number).end()));
    unclosed.on(number);
    int wordEnd = endOfWord(content);
    if (wordEnd + 1 < content.end()
        && text.charAt(wordEnd) == ':'
        && text.charAt(wordEnd + 1) > ' '
        && text.charAt(wordEnd + 1) != '/') {
      found.add(Repairs.insert(wordEnd + 1, " "), 1, Faults.noSpaceBehindColon(content));
    }
    boolean amongItems = isAmongItems(number);
    if (amongItems && !content.isEmpty() && text.charAt(content.start()) == '-') {
      found.add(Repairs.insert(content.start() + 1, " "), 1, Faults.noSpaceBehindDash(content));
    }
    if (wordEnd > content.start() && !amongItems && hasBlockBelow(number)) {
      var rest = new TextRange(wordEnd, content.end());
      var withColon = Repairs.insert(wordEnd, ":");
      found.add(withColon, 1, Faults.noColon(content, false));
      found.add(Repairs.blank(rest).and(withColon), 2, Faults.noColon(content, false));
    }
    if (!content.isEmpty()) {
      var opened = lines.line(number).open();
      found.add(
          Repairs.blank(content),
          2,
          opened.isEmpty()
              ? Faults.noColon(content, amongItems)
              : unclosed.problem(number, opened));
    }
  }

  private int endOfWord(TextRange content) {
    int i = content.start();
    while (i < content.end()
        && (Character.isLetterOrDigit(text.charAt(i)) || "_-.$\"'".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  private boolean isAmongItems(int number) {
    for (int i = number - 1; i >= Math.max(0, number - LINES_ABOVE); i--) {
      if (!lines.isBlank(i) && lines.indent(i) <= lines.indent(number)) {
        return lines.indent(i) == lines.indent(number) && lines.isItem(i);
      }
    }
    return false;
  }

  private boolean hasBlockBelow(int number) {
    var below = lines.below(number);
    return below.isPresent() && lines.level(below.getAsInt()) > lines.level(number);
  }
}
