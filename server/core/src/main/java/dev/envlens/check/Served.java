package dev.envlens.check;

import dev.envlens.definition.Definition;
import java.net.URI;
import java.util.Optional;

/** Which online deployments use an environment that is written elsewhere, as far as is known. */
@FunctionalInterface
public interface Served {

  /** The file of an online deployment that uses {@code definition}; empty when none is known. */
  Optional<URI> by(Definition definition);

  /** Knows of none. */
  static Served unknown() {
    return definition -> Optional.empty();
  }
}
