package dev.envlens.refactor;

import dev.envlens.yaml.Document;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Pointers;
import dev.envlens.yaml.Yaml;
import java.util.Optional;

/**
 * The last word on every rewrite: the text that it leaves is read again, and must mean what it
 * should. YAML has more corners than an edit of it can foresee.
 */
final class Meaning {

  private Meaning() {}

  /** Whether {@code text} is one document, a mapping, and means what {@code node} does. */
  static boolean isOf(Node node, String text) {
    var yaml = Yaml.parse(text);
    return yaml.isIntact()
        && yaml.documents().size() == 1
        && yaml.documents().get(0).mapping().filter(root -> isSame(node, root)).isPresent();
  }

  /** Whether the value at {@code pointer} of {@code text}'s document is {@code node}. */
  static boolean isAt(String text, int document, String pointer, Node node) {
    var yaml = Yaml.parse(text);
    return yaml.isIntact()
        && document < yaml.documents().size()
        && yaml.documents()
            .get(document)
            .root()
            .flatMap(root -> Pointers.find(root, pointer))
            .filter(found -> isSame(node, found))
            .isPresent();
  }

  private static boolean isSame(Node one, Node other) {
    return JsonTree.of(one, JsonTree.Mode.TYPED).equals(JsonTree.of(other, JsonTree.Mode.TYPED));
  }

  /** Which document of {@code yaml} holds {@code node}, from 0. */
  static Optional<Integer> document(Yaml yaml, Node node) {
    for (int i = 0; i < yaml.documents().size(); i++) {
      if (root(yaml.documents().get(i)).filter(r -> r.range().contains(node.range())).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Optional<Mapping> root(Document document) {
    return document.mapping();
  }
}
