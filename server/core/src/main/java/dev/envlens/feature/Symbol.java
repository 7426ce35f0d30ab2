package dev.envlens.feature;

import dev.envlens.text.TextRange;
import java.util.List;

/**
 * An entry of a document's outline. Children lie within {@code range}.
 *
 * @param name one line, never blank
 * @param detail one line, shown beside the name; may be empty
 * @param range all of it
 * @param selection what to jump to, within {@code range}
 */
public record Symbol(
    String name,
    String detail,
    Kind kind,
    TextRange range,
    TextRange selection,
    List<Symbol> children) {

  /** What a symbol stands for, to choose an icon by. */
  public enum Kind {
    ENVIRONMENT,
    IMAGE,
    BUILD,
    CONDA,
    CHANNEL,
    PACKAGE,
    SETTING,
    REFERENCE,
    STAGE
  }

  public Symbol {
    children = List.copyOf(children);
  }
}
