package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/**
 * A key and its value.
 *
 * @param value what the key holds
 * @param valueRange where the value stands in the mapping: the value, or the alias for it; empty,
 *     behind the colon, when there is nothing
 */
public record Entry(Node key, Node value, TextRange valueRange) {

  /** The key's text, or an empty text for a key that is no scalar. */
  public String name() {
    return key instanceof Scalar scalar ? scalar.text() : "";
  }

  /** From the key to the end of the value. */
  public TextRange range() {
    return valueRange.end() >= key.range().start() ? key.range().union(valueRange) : key.range();
  }
}
