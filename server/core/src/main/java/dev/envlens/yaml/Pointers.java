package dev.envlens.yaml;

import java.util.Optional;

/** JSON pointers (RFC 6901) into a tree. */
public final class Pointers {

  private Pointers() {}

  /** {@code segment} as it stands in a pointer. */
  public static String escape(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }

  /** The pointer to {@code segment} within what {@code pointer} leads to. */
  public static String append(String pointer, String segment) {
    return pointer + "/" + escape(segment);
  }

  /** What {@code pointer} leads to from {@code root}. */
  public static Optional<Node> find(Node root, String pointer) {
    if (pointer.isEmpty()) {
      return Optional.of(root);
    }
    if (!pointer.startsWith("/")) {
      return Optional.empty();
    }
    var node = Optional.of(root);
    for (String escaped : pointer.substring(1).split("/", -1)) {
      String segment = escaped.replace("~1", "/").replace("~0", "~");
      node = node.flatMap(parent -> child(parent, segment));
    }
    return node;
  }

  private static Optional<Node> child(Node parent, String segment) {
    if (parent instanceof Mapping mapping) {
      return mapping.get(segment);
    }
    if (parent instanceof Sequence sequence && segment.matches("0|[1-9]\\d{0,8}")) {
      int index = Integer.parseInt(segment);
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index).value())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
