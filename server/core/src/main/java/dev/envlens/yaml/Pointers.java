package dev.envlens.yaml;

import java.util.Optional;

/** JSON Pointers (RFC 6901) into a tree. */
public final class Pointers {

  /** The longest index of a list that is looked up, in digits. */
  private static final int DIGITS = 9;

  private Pointers() {}

  /**
   * The value at {@code pointer}; the empty pointer is {@code root} itself. Of duplicate keys the
   * one that counts is followed, and merge keys bring what they bring. What is no pointer leads
   * nowhere.
   */
  public static Optional<Node> find(Node root, String pointer) {
    var found = Optional.of(root);
    int start = 0;
    while (found.isPresent() && start < pointer.length()) {
      if (pointer.charAt(start) != '/') {
        return Optional.empty();
      }
      int next = pointer.indexOf('/', start + 1);
      int end = next < 0 ? pointer.length() : next;
      String segment = pointer.substring(start + 1, end);
      found = found.flatMap(node -> child(node, segment));
      start = end;
    }
    return found;
  }

  private static Optional<Node> child(Node node, String segment) {
    if (node instanceof Mapping mapping) {
      return unescape(segment).flatMap(mapping::get);
    }
    if (node instanceof Sequence sequence && isIndex(segment)) {
      int index = Integer.parseInt(segment);
      return index < sequence.items().size()
          ? Optional.of(sequence.items().get(index).value())
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isIndex(String segment) {
    return !segment.isEmpty()
        && segment.length() <= DIGITS
        && segment.chars().allMatch(c -> c >= '0' && c <= '9')
        && (segment.length() == 1 || segment.charAt(0) != '0');
  }

  /** {@code segment}, a key or an index, as it stands in a pointer. */
  public static String escape(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }

  /** {@code pointer}, one level deeper, at the key or index {@code segment}. */
  public static String append(String pointer, String segment) {
    return pointer + "/" + escape(segment);
  }

  /** Nothing where a {@code ~} is followed by neither 0 nor 1. */
  private static Optional<String> unescape(String segment) {
    for (int i = segment.indexOf('~'); i >= 0; i = segment.indexOf('~', i + 1)) {
      if (!segment.startsWith("~0", i) && !segment.startsWith("~1", i)) {
        return Optional.empty();
      }
    }
    return Optional.of(segment.replace("~1", "/").replace("~0", "~"));
  }
}
