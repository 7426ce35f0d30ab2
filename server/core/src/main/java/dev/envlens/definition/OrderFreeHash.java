package dev.envlens.definition;

import dev.envlens.link.Surroundings;
import java.util.Optional;

/**
 * The hash that a definition would have if its channels, its dependencies and pip's requirements
 * were sorted. Two definitions that differ in their hash and agree in this one differ in order
 * alone: they install the same, in two images.
 */
public final class OrderFreeHash {

  private OrderFreeHash() {}

  /** 64 lower-case hex digits; none where {@link Hashing#of} knows no hash. */
  public static Optional<String> of(Definition definition, Surroundings surroundings) {
    try {
      var input = new HashReader(definition, surroundings).input();
      return Optional.of(DefinitionHash.of(input.sorted()).hex());
    } catch (NoHash e) {
      return Optional.empty();
    }
  }
}
