package dev.envlens.refactor;

import dev.envlens.check.NewValue;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * An environment that stands within another file, as the text of a file of its own: as it is
 * written, with its comments, or, where anchors and aliases tie it to its file, what it means.
 * Paths stay as they are.
 */
public final class OwnFile {

  private final StringBuilder text = new StringBuilder();

  private OwnFile() {}

  /** The text; empty in the rare case that it would mean something else. */
  public static Optional<String> of(Definition definition) {
    var node = definition.node();
    String schema =
        definition.form() == Form.V1 || node.has("$schema")
            ? ""
            : ExtractedEnvironment.SCHEMA + "\n";
    return ExtractedEnvironment.entry(definition)
        .filter(entry -> entry.value() == node)
        .flatMap(entry -> Extraction.of(definition.source().yaml(), entry))
        .map(Extraction::text)
        .or(() -> Optional.of(writtenOut(node)).filter(written -> Meaning.isOf(node, written)))
        .map(own -> schema + own);
  }

  private static String writtenOut(Mapping node) {
    var file = new OwnFile();
    file.write(node, "");
    return file.text.toString();
  }

  private void write(Mapping mapping, String indent) {
    for (Entry entry : mapping.effective()) {
      text.append(indent).append(NewValue.scalar(entry.name(), NewValue.Style.BLOCK)).append(':');
      value(entry.value(), indent + "  ");
    }
  }

  private void value(Node value, String indent) {
    if (value instanceof Mapping mapping && !mapping.effective().isEmpty()) {
      text.append('\n');
      write(mapping, indent);
    } else if (value instanceof Sequence list && !list.items().isEmpty()) {
      text.append('\n');
      write(list.items(), indent);
    } else {
      String written = inLine(value);
      text.append(written.isEmpty() ? "" : " ").append(written).append('\n');
    }
  }

  private void write(List<Item> items, String indent) {
    for (Item item : items) {
      if (item.value() instanceof Mapping mapping && !mapping.effective().isEmpty()) {
        int start = text.length();
        write(mapping, indent + "  ");
        text.replace(start + indent.length(), start + indent.length() + 1, "-");
      } else {
        text.append(indent).append('-');
        value(item.value(), indent + "  ");
      }
    }
  }

  private static String inLine(Node value) {
    if (value instanceof Scalar scalar) {
      boolean typed =
          scalar.style() == ScalarStyle.PLAIN && !JsonTree.typed(scalar.text()).isString();
      return typed ? scalar.text() : NewValue.scalar(scalar.text(), NewValue.Style.BLOCK);
    }
    return value instanceof Mapping ? "{}" : "[]";
  }
}
