package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conda definition written anew as a file of its own: the same name, channels, dependencies and
 * variables in the same order, so that it counts the same in a hash.
 */
final class WrittenConda {

  private final StringBuilder text = new StringBuilder();

  private WrittenConda() {}

  /** The file's text; nothing where it lists nothing, or something else than conda takes. */
  static Optional<String> of(CondaSection conda) {
    var node = conda.file().node();
    var written = new WrittenConda();
    boolean complete =
        written.text(node, "name")
            && written.list(node, "channels")
            && written.list(node, "dependencies")
            && written.variables(node);
    return complete && node.sequence("dependencies").filter(l -> !l.items().isEmpty()).isPresent()
        ? Optional.of(written.text.toString())
        : Optional.empty();
  }

  private boolean text(Mapping node, String key) {
    if (isAbsent(node, key)) {
      return true;
    }
    return node.scalar(key).map(value -> line("", key + ": ", value)).orElse(false);
  }

  private boolean list(Mapping node, String key) {
    if (isAbsent(node, key)) {
      return true;
    }
    var items = node.sequence(key).map(list -> list.items());
    if (items.isEmpty()) {
      return false;
    }
    return items.get().isEmpty() || (heading("", key + ":") && items("  ", items.get()));
  }

  private boolean items(String indent, List<Item> items) {
    for (var item : items) {
      boolean complete =
          item.value() instanceof Mapping pip
              ? pip(indent, pip)
              : item.value() instanceof Scalar value && line(indent, "- ", value);
      if (!complete) {
        return false;
      }
    }
    return true;
  }

  private boolean pip(String indent, Mapping pip) {
    var list = pip.sequence("pip").map(found -> new ArrayList<>(found.items()));
    if (list.isEmpty() || pip.effective().size() != 1) {
      return false;
    }
    return list.get().isEmpty()
        ? heading(indent, "- pip: []")
        : heading(indent, "- pip:") && items(indent + "    ", list.get());
  }

  private boolean variables(Mapping node) {
    if (isAbsent(node, "variables")) {
      return true;
    }
    var variables = node.mapping("variables").map(Mapping::effective);
    if (variables.isEmpty()) {
      return false;
    }
    if (!variables.get().isEmpty()) {
      heading("", "variables:");
    }
    return variables.get().stream()
        .allMatch(
            entry ->
                entry.value() instanceof Scalar value
                    && line(
                        "  ", NewValue.scalar(entry.name(), NewValue.Style.BLOCK) + ": ", value));
  }

  private boolean heading(String indent, String words) {
    text.append(indent).append(words).append('\n');
    return true;
  }

  private boolean line(String indent, String start, Scalar value) {
    if (value.isNull()) {
      return false;
    }
    return heading(indent, start + NewValue.scalar(value.text(), NewValue.Style.BLOCK));
  }

  private static boolean isAbsent(Mapping node, String key) {
    Optional<Node> value = node.get(key);
    return value.isEmpty() || (value.get() instanceof Scalar scalar && scalar.isNull());
  }
}
