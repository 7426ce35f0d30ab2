package dev.envlens.definition;

import dev.envlens.link.FileState;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.Optional;

/** The conda definition of an environment. */
public sealed interface Conda {

  /** The entry that holds or names it. */
  Entry entry();

  /** The definition, where it could be read. */
  Optional<CondaSection> section();

  /** Written out in the environment itself. */
  record Inline(Entry entry, CondaSection definition) implements Conda {
    @Override
    public Optional<CondaSection> section() {
      return Optional.of(definition);
    }
  }

  /**
   * In a file of its own.
   *
   * @param target where {@code path} leads; empty when that can't be said, as for a placeholder
   * @param state what stands there
   * @param source its text, where it could be read, even when that holds no conda definition
   */
  record Linked(
      Entry entry,
      Scalar path,
      Optional<URI> target,
      FileState state,
      Optional<Source> source,
      Optional<CondaSection> section)
      implements Conda {}
}
