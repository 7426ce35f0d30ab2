package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.List;

/** A list. {@code flow} is the {@code [a, b]} form. */
public record Sequence(TextRange range, List<Item> items, boolean flow) implements Node {

  public Sequence {
    items = List.copyOf(items);
  }
}
