package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Trees as text, so that a test reads as a text and its outcome. */
final class Trees {

  private Trees() {}

  /**
   * The documents in JSON's manner, on one line each: every scalar in single quotes, null as {@code
   * null}, what can't be read as {@code ?}.
   */
  static String print(Yaml yaml) {
    return yaml.documents().stream()
        .map(document -> document.root().map(Trees::print).orElse("(empty)"))
        .collect(Collectors.joining("\n"));
  }

  static String print(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "null" : quoted(scalar.text());
    }
    if (node instanceof Sequence sequence) {
      return sequence.items().stream()
          .map(item -> print(item.value()))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(entry -> name(entry) + ": " + print(entry.value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return "?";
  }

  private static String name(Entry entry) {
    return entry.key() instanceof Scalar key && key.text().matches("[\\w.<$-]+")
        ? key.text()
        : print(entry.key());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\n", "\\n").replace("\t", "\\t") + "'";
  }

  /** The text with {@code «»} around every scalar, key or value, that isn't empty. */
  static String markScalars(Yaml yaml) {
    return mark(
        yaml.text(), nodes(yaml).filter(Scalar.class::isInstance).map(Node::range).toList());
  }

  /** The text with {@code «»} around every list and mapping. */
  static String markCollections(Yaml yaml) {
    return mark(
        yaml.text(),
        nodes(yaml)
            .filter(node -> node instanceof Sequence || node instanceof Mapping)
            .map(Node::range)
            .toList());
  }

  /** The text with {@code «»} around every entry and item, as they stand in their parents. */
  static String markMembers(Yaml yaml) {
    return mark(
        yaml.text(),
        nodes(yaml)
            .flatMap(
                node ->
                    node instanceof Mapping mapping
                        ? mapping.entries().stream().map(Entry::range)
                        : node instanceof Sequence sequence
                            ? sequence.items().stream().map(Item::range)
                            : Stream.of())
            .toList());
  }

  static String markComments(Yaml yaml) {
    return mark(yaml.text(), yaml.comments().stream().map(Comment::range).toList());
  }

  static String markProblems(Yaml yaml) {
    return mark(yaml.text(), yaml.problems().stream().map(YamlProblem::range).toList());
  }

  /** The text with {@code «»} around each range once; an empty range gives {@code «»}. */
  static String mark(String text, List<TextRange> ranges) {
    var distinct = ranges.stream().distinct().toList();
    var result = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      int offset = i;
      long closing = distinct.stream().filter(r -> !r.isEmpty() && r.end() == offset).count();
      long empty = distinct.stream().filter(r -> r.isEmpty() && r.start() == offset).count();
      long opening = distinct.stream().filter(r -> !r.isEmpty() && r.start() == offset).count();
      result.append("»".repeat((int) closing));
      result.append("«»".repeat((int) empty));
      result.append("«".repeat((int) opening));
      if (i < text.length()) {
        result.append(text.charAt(i));
      }
    }
    return result.toString();
  }

  /** Every node that is written in the text, once, parents before their children. */
  static Stream<Node> nodes(Yaml yaml) {
    var result = new ArrayList<Node>();
    yaml.documents().forEach(document -> document.root().ifPresent(root -> add(root, result)));
    return result.stream().sorted(Comparator.comparingInt(node -> node.range().start()));
  }

  private static void add(Node node, List<Node> result) {
    result.add(node);
    if (node instanceof Mapping mapping) {
      for (var entry : mapping.entries()) {
        add(entry.key(), result);
        if (entry.valueRange().equals(entry.value().range())) {
          add(entry.value(), result);
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (var item : sequence.items()) {
        if (item.range().equals(item.value().range())) {
          add(item.value(), result);
        }
      }
    }
  }
}
