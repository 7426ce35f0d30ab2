package dev.envlens.refactor;

import dev.envlens.conda.CondaFile;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a conda definition again in a text that was edited behind its beginning. */
final class CondaFiles {

  private CondaFiles() {}

  /** The conda definition that begins at {@code offset}. */
  static Optional<CondaFile> at(Node root, int offset) {
    if (!root.range().touches(offset)) {
      return Optional.empty();
    }
    if (root instanceof Mapping mapping
        && root.range().start() == offset
        && mapping.has("dependencies")) {
      return Optional.of(CondaFile.of(mapping));
    }
    return children(root).flatMap(child -> at(child, offset).stream()).findFirst();
  }

  private static Stream<Node> children(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping.entries().stream().map(entry -> entry.value());
    }
    return node instanceof Sequence list
        ? list.items().stream().map(item -> item.value())
        : Stream.empty();
  }
}
