package dev.envlens.check;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the items of a list into another order. A comment behind an item and the comments and blank
 * lines above it move with it.
 */
final class ReorderedList {

  /** An anchor, an alias or a tag: what it means may depend on where it stands. */
  private static final Pattern MARK = Pattern.compile("(?m)(?:^|[\\s:,\\[{-])[&*!][^\\s=,\\]}]");

  private ReorderedList() {}

  /** Which of {@code there} stands where in {@code wanted}; empty where they aren't the same. */
  static Optional<List<Integer>> order(List<String> there, List<String> wanted) {
    Map<String, Deque<Integer>> places = new HashMap<>();
    for (int i = 0; i < there.size(); i++) {
      places.computeIfAbsent(there.get(i), text -> new ArrayDeque<>()).add(i);
    }
    List<Integer> order = new ArrayList<>();
    for (String text : wanted) {
      var left = places.get(text);
      if (left == null || left.isEmpty()) {
        return Optional.empty();
      }
      order.add(left.remove());
    }
    return order.size() == there.size() ? Optional.of(order) : Optional.empty();
  }

  /**
   * The edit.
   *
   * @param order the index that each item of the list had
   */
  static Optional<TextEdit> of(Yaml yaml, Sequence list, List<Integer> order) {
    if (MARK.matcher(list.range().of(yaml.text())).find()) {
      return Optional.empty();
    }
    return list.flow() ? inBrackets(yaml, list, order) : inLines(yaml, list, order);
  }

  private static Optional<TextEdit> inBrackets(Yaml yaml, Sequence list, List<Integer> order) {
    if (yaml.comments().stream().anyMatch(comment -> list.range().contains(comment.range()))) {
      return Optional.empty();
    }
    var result = new StringBuilder();
    int position = list.range().start();
    for (int i = 0; i < order.size(); i++) {
      var place = list.items().get(i).range();
      result
          .append(yaml.text(), position, place.start())
          .append(list.items().get(order.get(i)).range().of(yaml.text()));
      position = place.end();
    }
    result.append(yaml.text(), position, list.range().end());
    return Optional.of(TextEdit.replace(list.range(), result.toString()));
  }

  private static Optional<TextEdit> inLines(Yaml yaml, Sequence list, List<Integer> order) {
    List<String> items = new ArrayList<>();
    int start = firstLine(yaml, list.items().get(0));
    int position = start;
    for (var item : list.items()) {
      int first = yaml.lines().lineStart(yaml.lines().line(item.range().start()));
      String before = yaml.text().substring(first, item.range().start());
      if (!before.strip().equals("-") || first < position) {
        return Optional.empty();
      }
      int end = yaml.lines().nextLineStart(lastLine(yaml, item, before.indexOf('-')));
      items.add(yaml.text().substring(position, end));
      position = end;
    }
    String lineEnd = new YamlEdits(yaml).lineEnd();
    var result = new StringBuilder();
    for (int index : order) {
      String lines = items.get(index);
      result.append(lines).append(lines.endsWith("\n") ? "" : lineEnd);
    }
    if (!yaml.text().substring(start, position).endsWith("\n")) {
      result.setLength(result.length() - lineEnd.length());
    }
    return Optional.of(TextEdit.replace(new TextRange(start, position), result.toString()));
  }

  /** The first item's line, or the first of the comments and blank lines above it. */
  private static int firstLine(Yaml yaml, Item item) {
    int first = yaml.lines().line(item.range().start());
    while (first > 0 && isBare(yaml.lines().lineRange(first - 1).of(yaml.text()))) {
      first--;
    }
    return yaml.lines().lineStart(first);
  }

  private static boolean isBare(String line) {
    return line.isBlank() || line.stripLeading().startsWith("#");
  }

  /** An item's last line, with the comments below that stand further in than its dash. */
  private static int lastLine(Yaml yaml, Item item, int dash) {
    int last = yaml.lines().line(item.range().end());
    while (last + 1 < yaml.lines().lineCount()) {
      String next = yaml.lines().lineRange(last + 1).of(yaml.text());
      int mark = next.indexOf('#');
      if (mark <= dash || !next.substring(0, mark).isBlank()) {
        return last;
      }
      last++;
    }
    return last;
  }
}
