package dev.envlens.refactor;

import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import java.util.List;

/** Writes what stands in brackets as lines; the scalars stay as they are written. */
record BlockStyle(String text, String lineEnd) {

  /** The lines of {@code mapping}, each with its line end. */
  String of(Mapping mapping) {
    var result = new StringBuilder();
    write(mapping, "", result);
    return result.toString();
  }

  private void write(Mapping mapping, String indent, StringBuilder out) {
    for (var entry : mapping.entries()) {
      out.append(indent).append(entry.key().range().of(text)).append(':');
      value(entry.value(), indent + "  ", out);
    }
  }

  private void value(Node value, String indent, StringBuilder out) {
    if (value instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      out.append(lineEnd);
      write(mapping, indent, out);
    } else if (value instanceof Sequence list && !list.items().isEmpty()) {
      out.append(lineEnd);
      write(list.items(), indent, out);
    } else {
      String scalar = value.range().of(text);
      out.append(scalar.isEmpty() ? "" : " ").append(scalar).append(lineEnd);
    }
  }

  private void write(List<Item> items, String indent, StringBuilder out) {
    for (var item : items) {
      if (item.value() instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        var lines = new StringBuilder();
        write(mapping, indent + "  ", lines);
        out.append(indent).append("- ").append(lines.substring(indent.length() + 2));
      } else {
        out.append(indent).append("-");
        value(item.value(), indent + "  ", out);
      }
    }
  }
}
