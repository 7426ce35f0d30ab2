package dev.envlens.refactor;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Yaml;

/**
 * What a person selected: a caret, or a part of the text. A caret among thousands of packages asks
 * for nothing that concerns all of them; on the line of their key it does.
 */
record Selected(Yaml yaml, TextRange range) {

  /**
   * Whether {@code entry} is meant: the caret is on its key's line, or a part of it is selected.
   */
  boolean means(Entry entry) {
    int key = entry.key().range().start();
    return range.isEmpty()
        ? yaml.lines().lineRange(yaml.lines().line(key)).touches(range.start())
        : entry.range().intersects(range);
  }
}
