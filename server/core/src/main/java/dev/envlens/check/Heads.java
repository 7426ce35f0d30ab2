package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import java.util.List;
import java.util.Optional;

/** Inserts keys at the top of a definition, in the order that people write them. */
final class Heads {

  private static final List<String> ORDER =
      List.of("$schema", "name", "version", "description", "tags", "properties");

  private Heads() {}

  /** Inserts {@code key} behind those that usually stand before it, as far as these come first. */
  static List<TextEdit> insert(Definition definition, String key, NewValue value) {
    int limit = ORDER.contains(key) ? ORDER.indexOf(key) : ORDER.size();
    Optional<Entry> last = Optional.empty();
    for (var entry : definition.node().entries()) {
      int place = ORDER.indexOf(entry.name());
      if (place < 0 || place >= limit) {
        break;
      }
      last = Optional.of(entry);
    }
    var edits = new YamlEdits(definition.source().yaml());
    return last.isPresent()
        ? edits.insertAfter(definition.node(), last.get(), key, value)
        : edits.insertFirst(definition.node(), key, value);
  }
}
