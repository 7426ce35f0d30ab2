package dev.envlens.refactor;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Comment;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a part of a file has anchors, aliases or tags: what an alias stands for may be elsewhere,
 * and what has an anchor may be meant from elsewhere, so such a part can't move.
 */
final class Anchors {

  private final TextRange part;
  private final List<TextRange> opaque = new ArrayList<>();

  private Anchors(TextRange part) {
    this.part = part;
  }

  /** Whether there is one in {@code part}, in which {@code node} stands. */
  static boolean in(Yaml yaml, TextRange part, Node node) {
    var anchors = new Anchors(part);
    anchors.collect(node, part);
    yaml.comments().stream()
        .map(Comment::range)
        .filter(part::contains)
        .forEach(anchors.opaque::add);
    return anchors.isMarked(yaml.text());
  }

  /** Remembers the scalars within {@code outer}; an alias's value stands elsewhere. */
  private void collect(Node node, TextRange outer) {
    if (!outer.contains(node.range())) {
      return;
    }
    if (node instanceof Mapping mapping) {
      for (var entry : mapping.entries()) {
        collect(entry.key(), node.range());
        collect(entry.value(), node.range());
      }
    } else if (node instanceof Sequence sequence) {
      sequence.items().stream().map(Item::value).forEach(value -> collect(value, node.range()));
    } else {
      opaque.add(node.range());
    }
  }

  private boolean isMarked(String text) {
    opaque.sort(Comparator.comparingInt(TextRange::start));
    int position = part.start();
    for (var range : opaque) {
      if (isMarked(text, position, range.start())) {
        return true;
      }
      position = Math.max(position, range.end());
    }
    return isMarked(text, position, part.end());
  }

  private static boolean isMarked(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '&' || c == '*' || c == '!') {
        return true;
      }
    }
    return false;
  }
}
