package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;

/** The way from a document's root to an offset. */
public record TreePath(int document, List<Step> steps) {

  /** One step of the way. */
  public sealed interface Step {}

  public record Key(Mapping mapping, Entry entry, boolean onKey) implements Step {}

  public record Index(Sequence sequence, Item item, int index) implements Step {}

  public static TreePath at(Yaml yaml, int offset) {
    for (int i = 0; i < yaml.documents().size(); i++) {
      var steps = new ArrayList<Step>();
      yaml.documents().get(i).root().ifPresent(root -> walk(root, offset, steps));
      if (!steps.isEmpty()) {
        return new TreePath(i, List.copyOf(steps));
      }
    }
    return new TreePath(0, List.of());
  }

  private static void walk(Node node, int offset, List<Step> steps) {
    if (node instanceof Mapping mapping) {
      for (var entry : mapping.entries()) {
        if (touches(entry.range(), offset)) {
          boolean onKey = entry.key().range().touches(offset);
          steps.add(new Key(mapping, entry, onKey));
          if (!onKey && entry.valueRange().equals(entry.value().range())) {
            walk(entry.value(), offset, steps);
          }
          return;
        }
      }
    } else if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        var item = sequence.items().get(i);
        if (touches(item.range(), offset)) {
          steps.add(new Index(sequence, item, i));
          if (item.range().equals(item.value().range())) {
            walk(item.value(), offset, steps);
          }
          return;
        }
      }
    }
  }

  private static boolean touches(TextRange range, int offset) {
    return range.touches(offset);
  }
}
