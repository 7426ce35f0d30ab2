package dev.envlens.check;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Edits of YAML lists in block and in flow style. Whatever stands beside the item stays as it is:
 * comments on other lines, indentation, line ends. Where that can't be done, there is no edit.
 */
public final class ListEdits {

  private ListEdits() {}

  /** Takes {@code item} out. Empty, too, when it is the only one: an empty list is another edit. */
  static Optional<List<TextEdit>> remove(Yaml yaml, Sequence list, Item item) {
    int size = list.items().size();
    if (size < 2 || Anchors.in(item.range().of(yaml.text()))) {
      return Optional.empty();
    }
    if (!list.flow()) {
      return removeLines(yaml, item).map(range -> List.of(TextEdit.delete(range)));
    }
    int index = indexOf(list, item);
    if (!beginsWhereItSeems(yaml, list, index)) {
      return Optional.empty();
    }
    return index + 1 < size
        ? upTo(yaml, list, index + 1)
        : behind(yaml, list.items().get(index - 1), item);
  }

  /** Puts {@code text}, which is safe as a plain scalar, before {@code item}. */
  public static Optional<List<TextEdit>> insertBefore(
      Yaml yaml, Sequence list, Item item, String text) {
    int start = item.range().start();
    String before = lineBefore(yaml, start);
    if (!list.flow()) {
      int lineStart = start - before.length();
      return isDash(before)
          ? Optional.of(
              List.of(TextEdit.insert(lineStart, before + text + lineEnd(yaml.text(), lineStart))))
          : Optional.empty();
    }
    if (!beginsWhereItSeems(yaml, list, indexOf(list, item))) {
      return Optional.empty();
    }
    String quoted = isJson(item) ? '"' + text + '"' : text;
    String separator = before.isBlank() ? "," + lineEnd(yaml.text(), start) + before : ", ";
    return Optional.of(List.of(TextEdit.insert(start, quoted + separator)));
  }

  /**
   * Puts {@code texts}, which are safe as plain scalars, behind the last item, and behind those a
   * {@code pip:} list with {@code forPip}, if any. Empty for an empty list.
   */
  public static Optional<List<TextEdit>> append(
      Yaml yaml, Sequence list, List<String> texts, List<String> forPip) {
    if (list.items().isEmpty()) {
      return Optional.empty();
    }
    var last = list.items().get(list.items().size() - 1);
    if (list.flow()) {
      String quote = isJson(last) ? "\"" : "";
      var added = new StringBuilder();
      texts.forEach(text -> added.append(", ").append(quote).append(text).append(quote));
      if (!forPip.isEmpty()) {
        String items = quote + String.join(quote + ", " + quote, forPip) + quote;
        added.append(", {%1$spip%1$s: [%2$s]}".formatted(quote, items));
      }
      return Optional.of(List.of(TextEdit.insert(last.range().end(), added.toString())));
    }
    String before = lineBefore(yaml, last.range().start());
    boolean oneLine =
        yaml.lines().line(last.range().start()) == yaml.lines().line(last.range().end());
    return isDash(before) && oneLine
        ? Optional.of(List.of(appendLines(yaml, last, lines(before, texts, forPip))))
        : Optional.empty();
  }

  private static List<String> lines(String before, List<String> texts, List<String> forPip) {
    var lines = new ArrayList<String>();
    texts.forEach(text -> lines.add(before + text));
    if (!forPip.isEmpty()) {
      lines.add(before + "pip:");
      forPip.forEach(text -> lines.add(" ".repeat(before.length()) + "- " + text));
    }
    return lines;
  }

  private static TextEdit appendLines(Yaml yaml, Item last, List<String> lines) {
    String text = yaml.text();
    int end = yaml.lines().nextLineStart(yaml.lines().line(last.range().end()));
    String lineEnd = lineEnd(text, last.range().start());
    boolean open = end == text.length() && !text.endsWith("\n");
    String joined = String.join(lineEnd, lines);
    return TextEdit.insert(end, open ? lineEnd + joined : joined + lineEnd);
  }

  /** The lines of a block item, which must have them to itself; a comment behind it goes too. */
  private static Optional<TextRange> removeLines(Yaml yaml, Item item) {
    var lines = yaml.lines();
    String before = lineBefore(yaml, item.range().start());
    int lastLine = lines.line(item.range().end());
    String behind =
        yaml.text().substring(item.range().end(), lines.lineRange(lastLine).end()).strip();
    if (!isDash(before) || !(behind.isEmpty() || behind.startsWith("#"))) {
      return Optional.empty();
    }
    return Optional.of(
        new TextRange(item.range().start() - before.length(), lines.nextLineStart(lastLine)));
  }

  /** From a flow item to the one that follows it, at {@code next}. */
  private static Optional<List<TextEdit>> upTo(Yaml yaml, Sequence list, int next) {
    int start = list.items().get(next - 1).range().start();
    int end = list.items().get(next).range().start();
    return beginsWhereItSeems(yaml, list, next)
        ? Optional.of(List.of(TextEdit.delete(new TextRange(start, end))))
        : Optional.empty();
  }

  /** The last flow item, with the comma before it. */
  private static Optional<List<TextEdit>> behind(Yaml yaml, Item previous, Item item) {
    var range = new TextRange(previous.range().end(), item.range().end());
    String between = yaml.text().substring(range.start(), item.range().start());
    return between.strip().equals(",")
        ? Optional.of(List.of(TextEdit.delete(range)))
        : Optional.empty();
  }

  /** Where {@code item} stands in {@code list}; found by place, for lists may be long. */
  private static int indexOf(Sequence list, Item item) {
    int low = 0;
    int high = list.items().size() - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (list.items().get(middle).range().start() < item.range().start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether {@code node} is an item of a list in block style, without an anchor or a tag. */
  static boolean isBlockItem(Yaml yaml, Node node) {
    return isDash(lineBefore(yaml, node.range().start()));
  }

  private static String lineBefore(Yaml yaml, int offset) {
    return yaml.text().substring(yaml.lines().lineStart(yaml.lines().line(offset)), offset);
  }

  /** Whether only the item's dash stands before it: no key, no outer dash, no anchor, no tag. */
  private static boolean isDash(String before) {
    return before.strip().equals("-");
  }

  /** Whether no anchor and no tag stands before a flow item: only space, comments, a comma. */
  private static boolean beginsWhereItSeems(Yaml yaml, Sequence list, int index) {
    int from = index == 0 ? list.range().start() + 1 : list.items().get(index - 1).range().end();
    int to = list.items().get(index).range().start();
    for (int i = from; i < to; i++) {
      char c = yaml.text().charAt(i);
      if (c == '#') {
        i = yaml.lines().lineRange(yaml.lines().line(i)).end();
      } else if (c > ' ' && c != ',') {
        return false;
      }
    }
    return true;
  }

  private static boolean isJson(Item item) {
    return isDoubleQuoted(item.value())
        || (item.value() instanceof Mapping mapping
            && mapping.entries().stream().anyMatch(entry -> isDoubleQuoted(entry.key())));
  }

  private static boolean isDoubleQuoted(Node node) {
    return node instanceof Scalar scalar && scalar.style() == ScalarStyle.DOUBLE_QUOTED;
  }

  /** How the line that holds {@code offset} ends, or those before it when it is the last. */
  private static String lineEnd(String text, int offset) {
    int at = text.indexOf('\n', offset);
    int newline = at < 0 ? text.lastIndexOf('\n') : at;
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }
}
