package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Source;
import dev.envlens.link.Place;
import dev.envlens.schema.Format;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A tree that is held against its schema.
 *
 * @param root the whole of it: a file's document or an inline definition
 */
public record Subject(Source source, Format format, Node root) {

  static Subject of(Definition definition) {
    var format = definition.form() == Form.V1 ? Format.ENVIRONMENT_V1 : Format.ENVIRONMENT;
    return new Subject(definition.source(), format, definition.node());
  }

  static Subject of(CondaSection conda) {
    return new Subject(conda.source(), Format.CONDA, conda.file().node());
  }

  public Place place(TextRange range) {
    return source.place(range);
  }

  YamlEdits edits() {
    return new YamlEdits(source.yaml());
  }

  /** The keys and indexes that lead from the root to {@code node}, itself and no equal one. */
  Optional<List<String>> path(Node node) {
    var path = new ArrayDeque<String>();
    return find(root, node, path) ? Optional.of(new ArrayList<>(path)) : Optional.empty();
  }

  private static boolean find(Node from, Node wanted, Deque<String> path) {
    if (from == wanted) {
      return true;
    }
    if (from instanceof Mapping mapping) {
      for (var entry : mapping.effective()) {
        if (step(entry.name(), entry.value(), wanted, path)) {
          return true;
        }
      }
    } else if (from instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (step(Integer.toString(i), sequence.items().get(i).value(), wanted, path)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean step(String name, Node child, Node wanted, Deque<String> path) {
    path.addLast(name);
    if (find(child, wanted, path)) {
      return true;
    }
    path.removeLast();
    return false;
  }
}
