package dev.envlens.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value to begin with, in whatever style it is to be written. */
sealed interface Sketch {

  /** How it is written. */
  enum Style {
    BLOCK,
    FLOW,
    JSON
  }

  /** A text; {@code open} when it is one to choose or fill in. */
  record Text(String text, boolean open) implements Sketch {}

  /** A number or flag to choose or fill in. */
  record Literal(String text) implements Sketch {}

  /** Keys in their order. */
  record Keys(Map<String, Sketch> entries) implements Sketch {}

  /** A list; of no items, one that somebody is to fill in. */
  record Items(List<Sketch> items) implements Sketch {}

  /** A mapping that somebody is to fill in. */
  record AnyKeys() implements Sketch {}

  static Sketch text(String text) {
    return new Text(text, false);
  }

  static Sketch open(String text) {
    return new Text(text, true);
  }

  static Sketch texts(String... items) {
    return new Items(List.of(items).stream().map(Sketch::open).toList());
  }

  /** {@code pairs}: a key and its value in turns. */
  static Keys keys(Object... pairs) {
    var entries = new LinkedHashMap<String, Sketch>();
    for (int i = 0; i < pairs.length; i += 2) {
      entries.put((String) pairs[i], (Sketch) pairs[i + 1]);
    }
    return new Keys(entries);
  }

  /** {@code key: value}. */
  static Template entry(String key, Sketch value, Style style) {
    var head = Template.of(Quoting.scalar(key, style) + ":");
    if (style != Style.BLOCK) {
      return head.then(" ").then(inLine(value, style));
    }
    return value instanceof Text || value instanceof Literal
        ? head.then(" ").then(inLine(value, style))
        : head.then(below(value, "  "));
  }

  /** All keys of a file, one below the other. */
  static Template file(Keys keys) {
    var result = Template.of("");
    for (var entry : keys.entries().entrySet()) {
      result = result.then(entry(entry.getKey(), entry.getValue(), Style.BLOCK)).then("\n");
    }
    return result;
  }

  private static Template below(Sketch value, String indent) {
    var result = Template.of("");
    if (value instanceof Keys keys) {
      for (var entry : keys.entries().entrySet()) {
        result = result.then("\n" + indent).then(blockEntry(entry, indent));
      }
    } else if (value instanceof Items list && !list.items().isEmpty()) {
      for (var item : list.items()) {
        result = result.then("\n" + indent + "- ").then(blockItem(item, indent + "  "));
      }
    } else if (value instanceof Items) {
      result = result.then("\n" + indent + "- ").stop("");
    } else {
      result = result.then("\n" + indent).stop("");
    }
    return result;
  }

  private static Template blockEntry(Map.Entry<String, Sketch> entry, String indent) {
    var head = Template.of(Quoting.scalar(entry.getKey(), Style.BLOCK) + ":");
    var value = entry.getValue();
    return value instanceof Text || value instanceof Literal
        ? head.then(" ").then(inLine(value, Style.BLOCK))
        : head.then(below(value, indent + "  "));
  }

  private static Template blockItem(Sketch item, String indent) {
    if (!(item instanceof Keys keys)) {
      return inLine(item, Style.BLOCK);
    }
    var result = Template.of("");
    boolean first = true;
    for (var entry : keys.entries().entrySet()) {
      result = result.then(first ? "" : "\n" + indent).then(blockEntry(entry, indent));
      first = false;
    }
    return result;
  }

  private static Template inLine(Sketch value, Style style) {
    if (value instanceof Text text) {
      return text(text, style);
    }
    if (value instanceof Literal literal) {
      return Template.of("").stop(literal.text());
    }
    if (value instanceof Items list) {
      return joined("[", list.items().stream().map(item -> inLine(item, style)).toList(), "]");
    }
    if (value instanceof Keys keys) {
      var entries =
          keys.entries().entrySet().stream()
              .map(entry -> entry(entry.getKey(), entry.getValue(), style))
              .toList();
      return joined("{", entries, "}");
    }
    return joined("{", List.of(), "}");
  }

  private static Template text(Text text, Style style) {
    String written =
        text.text().isEmpty() && style != Style.JSON ? "" : Quoting.scalar(text.text(), style);
    if (!text.open()) {
      return Template.of(written);
    }
    boolean quoted = written.startsWith("\"") || written.startsWith("'");
    return quoted
        ? Template.of(written.substring(0, 1))
            .stop(written.substring(1, written.length() - 1))
            .then(written.substring(written.length() - 1))
        : Template.of("").stop(written);
  }

  private static Template joined(String open, List<Template> parts, String close) {
    var result = Template.of(open);
    for (int i = 0; i < parts.size(); i++) {
      result = result.then(i == 0 ? "" : ", ").then(parts.get(i));
    }
    return parts.isEmpty() ? result.stop("").then(close) : result.then(close);
  }
}
