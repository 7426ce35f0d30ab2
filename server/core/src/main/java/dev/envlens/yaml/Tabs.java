package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tabs where YAML wants spaces. One file, one habit: all of them are one problem. */
final class Tabs {

  /** How wide a tab may have looked, in columns; most people's first. */
  private static final int[] WIDTHS = {2, 4, 8, 1, 0};

  private Tabs() {}

  /** What the tabs may have been meant as; nothing when there are none that are in the way. */
  static List<Repairs> meanings(String text) {
    return Arrays.stream(WIDTHS)
        .mapToObj(width -> spacedOut(text, width))
        .filter(repairs -> !repairs.isEmpty())
        .toList();
  }

  /** Every tab in an indentation, behind a colon or dash, and at a line's end, as spaces. */
  private static Repairs spacedOut(String text, int width) {
    var changes = new ArrayList<Repairs.Change>();
    int tab = text.indexOf('\t');
    while (tab >= 0) {
      int end = tab;
      while (end < text.length() && text.charAt(end) == '\t') {
        end++;
      }
      boolean indents = follows(text, tab, "\n\r");
      if (indents || follows(text, tab, ":-,") || isBeforeEnd(text, end)) {
        int columns = indents ? width * (end - tab) : 1;
        changes.add(new Repairs.Change(new TextRange(tab, end), " ".repeat(columns)));
      }
      tab = text.indexOf('\t', end);
    }
    return Repairs.changes(changes);
  }

  /** Whether one of {@code marks} stands before the tab and the spaces before it. */
  private static boolean follows(String text, int tab, String marks) {
    int i = tab;
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return i == 0 || marks.indexOf(text.charAt(i - 1)) >= 0;
  }

  private static boolean isBeforeEnd(String text, int tabsEnd) {
    int i = tabsEnd;
    while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i == text.length() || "\n\r#".indexOf(text.charAt(i)) >= 0;
  }
}
