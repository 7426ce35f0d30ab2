package dev.envlens.definition;

import dev.envlens.link.Surroundings;
import java.util.function.Supplier;

/** Surroundings whose answers never change, so that a definition's hash is worked out once. */
public interface SteadySurroundings extends Surroundings {

  /** What {@code work} said of this very definition when it was first asked. */
  Hashing hashing(Definition definition, Supplier<Hashing> work);
}
