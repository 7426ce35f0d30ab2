package dev.envlens.schema;

import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** Something in a file that its schema doesn't allow. */
public sealed interface SchemaProblem {

  /** Where a person would point. */
  TextRange range();

  /** What is wrong, for a user. */
  String message();

  /**
   * A key that isn't known where it stands.
   *
   * @param nearest the known key that was probably meant; never one that is there already
   */
  record UnknownKey(
      Mapping in, Entry entry, TextRange range, String message, Optional<String> nearest)
      implements SchemaProblem {}

  /** A key that has to be there and isn't; {@code range} is the key that holds {@code in}. */
  record MissingKey(Mapping in, String key, TextRange range, String message)
      implements SchemaProblem {}

  /**
   * A value of the wrong type.
   *
   * @param expected the types that fit, in words
   * @param found what is there, in words
   * @param mend the text to write in place of {@link Node#range()}, where quoting or unquoting is
   *     all it takes
   */
  record WrongType(
      Node node,
      TextRange range,
      String expected,
      String found,
      String message,
      Optional<String> mend)
      implements SchemaProblem {}

  /**
   * A value that is none of those allowed.
   *
   * @param nearest the one of {@code allowed} that was probably meant
   */
  record InvalidValue(
      Scalar node, TextRange range, List<String> allowed, String message, Optional<String> nearest)
      implements SchemaProblem {}

  /** A key that has another name today, {@code newKey}; which may be in {@code in} as well. */
  record StaleKey(Mapping in, Entry entry, String newKey, TextRange range, String message)
      implements SchemaProblem {}
}
