package dev.envlens.check;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Edits of one YAML or JSON text that leave everything else as it is: comments, quotes,
 * indentation, line ends; in block and flow style. An edit that can't be made without touching
 * something else (the entry comes from a merge key, its value is used elsewhere by an alias) is no
 * edit at all: an empty list.
 */
public final class YamlEdits {

  private final Yaml yaml;
  private final String text;
  private final String lineEnd;

  public YamlEdits(Yaml yaml) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.lineEnd = lineEndOf(text);
  }

  private static String lineEndOf(String text) {
    int newline = text.indexOf('\n');
    if (newline > 0 && text.charAt(newline - 1) == '\r') {
      return "\r\n";
    }
    return newline < 0 && text.indexOf('\r') >= 0 ? "\r" : "\n";
  }

  /** The line end of the file. */
  public String lineEnd() {
    return lineEnd;
  }

  /** Inserts {@code key} as the first entry. */
  public List<TextEdit> insertFirst(Mapping in, String key, NewValue value) {
    return in.entries().isEmpty()
        ? insertOnly(in, key, value)
        : insertBefore(in, in.entries().get(0), key, value);
  }

  /** Inserts {@code key} as the last entry. */
  public List<TextEdit> insertLast(Mapping in, String key, NewValue value) {
    return in.entries().isEmpty()
        ? insertOnly(in, key, value)
        : insertAfter(in, in.entries().get(in.entries().size() - 1), key, value);
  }

  /** Inserts several keys as the last entries, in their order. */
  List<TextEdit> insertLast(Mapping in, Map<String, NewValue> entries) {
    if (in.entries().isEmpty() && in.flow() && in.range().length() >= 2) {
      String inside =
          entries.entrySet().stream()
              .map(entry -> NewValue.flowEntry(entry.getKey(), entry.getValue(), style(in)))
              .collect(Collectors.joining(", "));
      return List.of(TextEdit.insert(in.range().start() + 1, inside));
    }
    // Insertions at one place keep their order.
    return entries.entrySet().stream()
        .flatMap(entry -> insertLast(in, entry.getKey(), entry.getValue()).stream())
        .toList();
  }

  /** Gives {@code entry} another value in place of its scalar or of nothing. */
  public List<TextEdit> setValue(Mapping in, Entry entry, NewValue value) {
    if (!isIn(in, entry) || !(entry.value() instanceof Scalar)) {
      return List.of();
    }
    String space = entry.valueRange().isEmpty() ? " " : "";
    return List.of(TextEdit.replace(entry.valueRange(), space + NewValue.inLine(value, style(in))));
  }

  private List<TextEdit> insertOnly(Mapping in, String key, NewValue value) {
    return in.flow() && in.range().length() >= 2
        ? List.of(
            TextEdit.insert(in.range().start() + 1, NewValue.flowEntry(key, value, style(in))))
        : List.of();
  }

  /** Inserts {@code key} above {@code next}. */
  List<TextEdit> insertBefore(Mapping in, Entry next, String key, NewValue value) {
    if (!isIn(in, next)) {
      return List.of();
    }
    int at = next.key().range().start();
    if (!in.flow()) {
      String indent = indent(at);
      return List.of(
          TextEdit.insert(at, NewValue.blockEntry(key, value, indent, lineEnd) + lineEnd + indent));
    }
    String separator = isFirstInLine(at) ? "," + lineEnd + indent(at) : ", ";
    return List.of(TextEdit.insert(at, NewValue.flowEntry(key, value, style(in)) + separator));
  }

  /** Inserts {@code key} below {@code previous}, behind a comment at the end of its line. */
  List<TextEdit> insertAfter(Mapping in, Entry previous, String key, NewValue value) {
    if (!isIn(in, previous)) {
      return List.of();
    }
    int keyStart = previous.key().range().start();
    int end = previous.range().end();
    if (in.flow()) {
      String separator = isFirstInLine(keyStart) ? "," + lineEnd + indent(keyStart) : ", ";
      return List.of(TextEdit.insert(end, separator + NewValue.flowEntry(key, value, style(in))));
    }
    String indent = indent(keyStart);
    String entry = NewValue.blockEntry(key, value, indent, lineEnd);
    return List.of(TextEdit.insert(lineContentEnd(end), lineEnd + indent + entry));
  }

  /**
   * Deletes {@code entry}: its lines with what comments stand at their ends, or its part of a line.
   * Comments in lines of their own stay. A mapping that loses its only entry becomes <code>{}
   * </code>.
   */
  public List<TextEdit> delete(Mapping in, Entry entry) {
    if (!isIn(in, entry) || Anchors.in(entry.range().of(text))) {
      return List.of();
    }
    int index = indexOf(in, entry);
    if (in.flow()) {
      var places =
          in.entries().stream().map(Entry::range).collect(Collectors.toCollection(ArrayList::new));
      return deleteInFlow(places, index);
    }
    if (in.entries().size() == 1) {
      return List.of(TextEdit.replace(entry.range(), "{}"));
    }
    return List.of(TextEdit.delete(lines(entry.range())));
  }

  /** The lines of something in block style, down to the next content where it follows a dash. */
  private TextRange lines(TextRange range) {
    int below = yaml.lines().nextLineStart(yaml.lines().line(range.end()));
    if (isFirstInLine(range.start())) {
      return new TextRange(yaml.lines().lineStart(yaml.lines().line(range.start())), below);
    }
    int next = below;
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
    return new TextRange(range.start(), next);
  }

  /** Deletes one of {@code places}, which commas part, with the comma that it no longer needs. */
  private List<TextEdit> deleteInFlow(List<TextRange> places, int index) {
    var place = places.get(index);
    if (index + 1 < places.size()) {
      return List.of(TextEdit.delete(new TextRange(place.start(), places.get(index + 1).start())));
    }
    int start = place.start();
    while (start > 0 && text.charAt(start - 1) <= ' ') {
      start--;
    }
    if (index == 0) {
      var comma = comma(place.end());
      return List.of(
          TextEdit.delete(
              new TextRange(place.start(), comma.map(TextRange::end).orElse(place.end()))));
    }
    var comma = comma(places.get(index - 1).end()).orElse(TextRange.at(start));
    if (comma.end() >= start) {
      return List.of(TextEdit.delete(new TextRange(comma.start(), place.end())));
    }
    return List.of(TextEdit.delete(comma), TextEdit.delete(new TextRange(start, place.end())));
  }

  /** The comma that comes next after {@code offset}, comments passed over. */
  private Optional<TextRange> comma(int offset) {
    int i = offset;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ',') {
        return Optional.of(new TextRange(i, i + 1));
      }
      if (c == '#' && i > 0 && text.charAt(i - 1) <= ' ') {
        i = yaml.lines().lineRange(yaml.lines().line(i)).end();
      } else if (c > ' ') {
        return Optional.empty();
      } else {
        i++;
      }
    }
    return Optional.empty();
  }

  /** Gives {@code entry} another key; quotes stay. */
  List<TextEdit> rename(Mapping in, Entry entry, String newKey) {
    return isIn(in, entry) && entry.key() instanceof Scalar key
        ? List.of(replace(key, newKey))
        : List.of();
  }

  /** Replaces a value by another text, within its quotes where it has any. */
  public TextEdit replace(Scalar value, String newText) {
    if (value.style().isQuoted() && value.range().length() >= 2) {
      return TextEdit.replace(value.contentRange(), escaped(newText, value.style()));
    }
    return TextEdit.replace(value.range(), NewValue.scalar(newText, styleAt(value)));
  }

  /** Replaces an item of a list by several texts, each an item of its own. */
  List<TextEdit> replace(Item item, List<String> texts) {
    int start = item.range().start();
    String before = before(start);
    boolean block = before.strip().endsWith("-");
    String separator = block ? lineEnd + before : ", ";
    var style = block ? NewValue.Style.BLOCK : jsonOr(NewValue.Style.FLOW);
    return List.of(
        TextEdit.replace(
            item.range(),
            texts.stream()
                .map(text -> NewValue.scalar(text, style))
                .collect(Collectors.joining(separator))));
  }

  private NewValue.Style styleAt(Scalar value) {
    // Whether a plain scalar stands in a flow collection isn't told by it; what is fine there is
    // fine everywhere.
    return value.style() == ScalarStyle.PLAIN ? NewValue.Style.FLOW : NewValue.Style.BLOCK;
  }

  private static String escaped(String text, ScalarStyle style) {
    if (style == ScalarStyle.SINGLE_QUOTED) {
      return text.replace("'", "''");
    }
    String quoted = NewValue.scalar(text, NewValue.Style.JSON);
    return quoted.substring(1, quoted.length() - 1);
  }

  private NewValue.Style style(Mapping in) {
    return in.flow() ? jsonOr(NewValue.Style.FLOW) : NewValue.Style.BLOCK;
  }

  private NewValue.Style jsonOr(NewValue.Style other) {
    return yaml.documents().stream()
        .map(Document::mapping)
        .flatMap(Optional::stream)
        .findFirst()
        .filter(Mapping::flow)
        .map(root -> NewValue.Style.JSON)
        .orElse(other);
  }

  private static boolean isIn(Mapping mapping, Entry entry) {
    return indexOf(mapping, entry) >= 0;
  }

  private static int indexOf(Mapping mapping, Entry entry) {
    for (int i = 0; i < mapping.entries().size(); i++) {
      if (mapping.entries().get(i).key() == entry.key()) {
        return i;
      }
    }
    return -1;
  }

  private int lineContentEnd(int offset) {
    return yaml.lines().lineRange(yaml.lines().line(offset)).end();
  }

  private boolean isFirstInLine(int offset) {
    return before(offset).chars().allMatch(c -> c <= ' ' || c == '\uFEFF');
  }

  private String before(int offset) {
    return text.substring(yaml.lines().lineStart(yaml.lines().line(offset)), offset);
  }

  /** White space that brings a new line to the column of {@code offset}. */
  public String indent(int offset) {
    return before(offset)
        .replace("\uFEFF", "")
        .chars()
        .mapToObj(c -> c == '\t' ? "\t" : " ")
        .collect(Collectors.joining());
  }
}
