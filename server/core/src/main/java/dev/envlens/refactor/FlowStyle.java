package dev.envlens.refactor;

import dev.envlens.check.NewValue;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import java.util.stream.Collectors;

/** Writes keys and values in brackets, in one line. */
record FlowStyle(String text, NewValue.Style style) {

  String of(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream()
          .map(this::entry)
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof Sequence list) {
      return list.items().stream()
          .map(Item::value)
          .map(this::of)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return node instanceof Scalar scalar ? of(scalar) : "";
  }

  private String entry(Entry entry) {
    return of(entry.key()) + ": " + of(entry.value());
  }

  /** Numbers, flags and null stay what they are. */
  private String of(Scalar scalar) {
    boolean typed =
        scalar.style() == ScalarStyle.PLAIN && !JsonTree.typed(scalar.text()).isString();
    if (!typed) {
      return NewValue.scalar(scalar.text(), style);
    }
    return scalar.isNull() ? "null" : scalar.range().of(text);
  }
}
