package dev.envlens.check;

import dev.envlens.yaml.JsonTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A value that a fix writes into a YAML or JSON text. */
public sealed interface NewValue {

  /** Text; it gets quotes where YAML would read it as something else. */
  record Text(String text) implements NewValue {}

  /** A number or flag, written as it is. */
  record Literal(String text) implements NewValue {}

  /** A list of texts. */
  record Items(List<String> items) implements NewValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Keys and values, in their order. */
  record Keys(Map<String, NewValue> entries) implements NewValue {}

  /** Where a value is written, which decides what may stand without quotes. */
  enum Style {
    BLOCK,
    FLOW,
    JSON
  }

  /** Words that YAML 1.1, and so the SDK's parser, reads as flags. */
  Set<String> FLAGS = Set.of("y", "n", "yes", "no", "on", "off", "true", "false");

  /** The scalar {@code text} in {@code style}. */
  static String scalar(String text, Style style) {
    return style != Style.JSON && isPlain(text, style) ? text : quoted(text);
  }

  /** {@code key: value} over one or more lines; those after the first begin with {@code indent}. */
  static String blockEntry(String key, NewValue value, String indent, String lineEnd) {
    String head = scalar(key, Style.BLOCK) + ":";
    String inner = indent + "  ";
    if (value instanceof Items list && !list.items().isEmpty()) {
      return list.items().stream()
          .map(item -> lineEnd + inner + "- " + scalar(item, Style.BLOCK))
          .collect(Collectors.joining("", head, ""));
    }
    if (value instanceof Keys keys && !keys.entries().isEmpty()) {
      return keys.entries().entrySet().stream()
          .map(e -> lineEnd + inner + blockEntry(e.getKey(), e.getValue(), inner, lineEnd))
          .collect(Collectors.joining("", head, ""));
    }
    // In a line of its own a text needs fewer quotes than within brackets.
    return head + " " + inLine(value, value instanceof Text ? Style.BLOCK : Style.FLOW);
  }

  /** {@code key: value} in one line. */
  static String flowEntry(String key, NewValue value, Style style) {
    return scalar(key, style) + ": " + inLine(value, style);
  }

  /** The value in one line. */
  static String inLine(NewValue value, Style style) {
    if (value instanceof Text text) {
      return scalar(text.text(), style);
    }
    if (value instanceof Literal literal) {
      return literal.text();
    }
    if (value instanceof Items list) {
      return list.items().stream()
          .map(item -> scalar(item, style))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Keys) value)
        .entries().entrySet().stream()
            .map(entry -> flowEntry(entry.getKey(), entry.getValue(), style))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static boolean isPlain(String text, Style style) {
    if (!JsonTree.typed(text).isString()
        || FLAGS.contains(text.toLowerCase(Locale.ROOT))
        || looksLikeANumber(text)
        || "?:,[]{}#&*!|>'\"%@`=".indexOf(text.charAt(0)) >= 0
        || text.equals("-")
        || text.startsWith("- ")
        || text.startsWith("---")) {
      return false;
    }
    return text.strip().equals(text)
        && text.chars().noneMatch(c -> c < ' ')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":")
        && (style == Style.BLOCK || text.chars().noneMatch(c -> ",[]{}".indexOf(c) >= 0));
  }

  /** What YAML 1.1 may read as a number, a date or a time. */
  private static boolean looksLikeANumber(String text) {
    return text.chars().anyMatch(Character::isDigit)
        && text.chars().allMatch(c -> "0123456789_:-.+".indexOf(c) >= 0);
  }

  private static String quoted(String text) {
    var result = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                result.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                result.append("\\n");
              } else if (c < ' ') {
                result.append("\\u%04x".formatted(c));
              } else {
                result.appendCodePoint(c);
              }
            });
    return result.append('"').toString();
  }
}
