package dev.envlens.yaml;

import dev.envlens.text.TextRange;

/** A value in a YAML document. An anchored node and its aliases are one and the same object. */
public sealed interface Node permits Scalar, Sequence, Mapping, Unreadable {

  /** Where the value is written: for an alias, where its anchor is. */
  TextRange range();
}
