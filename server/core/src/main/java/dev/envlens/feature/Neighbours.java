package dev.envlens.feature;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Knows which other environments of the workspace lead to the same image, or nearly. */
@FunctionalInterface
public interface Neighbours {

  /** Nobody is known. */
  Neighbours NONE = (definition, hash, surroundings) -> new Near(List.of(), List.of());

  /** The neighbours of {@code definition}, whose hash is {@code hash}. Answers from memory. */
  Near of(Definition definition, DefinitionHash hash, Surroundings surroundings);

  /**
   * The hashes of the environments that are known to use {@code file}, as 64 hex digits each.
   * Answers from memory.
   */
  default List<String> imagesWith(URI file) {
    return List.of();
  }

  /**
   * The environments near another one.
   *
   * @param sharing those that share its image
   * @param twins those that list the same in another order: sorted alike, they would share it
   */
  record Near(List<Neighbour> sharing, List<Neighbour> twins) {
    public Near {
      sharing = List.copyOf(sharing);
      twins = List.copyOf(twins);
    }
  }

  /**
   * Another environment.
   *
   * @param pointer the JSON pointer of the place within its document; empty for a file of its own
   */
  record Neighbour(Optional<String> name, URI file, String pointer) {}
}
