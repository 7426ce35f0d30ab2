package dev.envlens.schema;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A value, and how a person would name it and point at it.
 *
 * @param node the value
 * @param path the keys and indexes that lead to it
 * @param stands where it stands in what holds it: its own place, or that of an alias for it
 * @param held the entry that holds it, unless it is an item of a list or the whole file
 * @param name in a sentence: {@code 'build'}, {@code an item of 'pip'}, {@code an environment}
 */
record Place(Node node, List<String> path, TextRange stands, Optional<Held> held, String name) {

  /** An entry and the mapping that it counts in. */
  record Held(Mapping in, Entry entry) {}

  Place {
    path = List.copyOf(path);
  }

  /** A scalar or what stands in brackets: itself. A block, or nothing at all: the key it is for. */
  TextRange range() {
    if (isBlock() || stands.isEmpty()) {
      return key().orElse(stands);
    }
    return stands;
  }

  /** The key that holds this, else the first key in it. */
  Optional<TextRange> key() {
    return held.map(it -> keyRange(it.entry())).or(this::firstKey);
  }

  private Optional<TextRange> firstKey() {
    return node instanceof Mapping mapping
        ? mapping.entries().stream().findFirst().map(Place::keyRange)
        : Optional.empty();
  }

  private static TextRange keyRange(Entry entry) {
    return entry.key().range();
  }

  private boolean isBlock() {
    return (node instanceof Mapping mapping && !mapping.flow())
        || (node instanceof Sequence sequence && !sequence.flow());
  }

  /** Whether the value is written where it counts, so that it can be changed there. */
  boolean isWrittenHere() {
    return stands.equals(node.range());
  }
}
