package dev.envlens.index;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.OrderFreeHash;
import dev.envlens.feature.Neighbours;
import dev.envlens.link.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The neighbours of definitions among the files of the workspace. */
public final class IndexedNeighbours implements Neighbours {

  private final WorkspaceIndex index;

  public IndexedNeighbours(WorkspaceIndex index) {
    this.index = index;
  }

  @Override
  public Near of(Definition definition, DefinitionHash hash, Surroundings surroundings) {
    Predicate<DefinedEnvironment> other =
        found ->
            !found.file().equals(definition.source().uri())
                || !found.pointer().equals(definition.pointer());
    var twins =
        orderFree(definition, hash, surroundings)
            .map(orderFree -> index.twins(orderFree, hash.hex()))
            .orElse(List.of());
    return new Near(neighbours(index.sharing(hash.hex()), other), neighbours(twins, other));
  }

  /** Known already where the index has seen this very image. */
  private Optional<String> orderFree(
      Definition definition, DefinitionHash hash, Surroundings surroundings) {
    return index.sharing(hash.hex()).stream()
        .flatMap(known -> known.identity().orderFree().stream())
        .findFirst()
        .or(() -> OrderFreeHash.of(definition, surroundings));
  }

  private static List<Neighbour> neighbours(
      List<DefinedEnvironment> found, Predicate<DefinedEnvironment> other) {
    return found.stream()
        .filter(other)
        .map(one -> new Neighbour(one.name(), one.file(), one.pointer()))
        .toList();
  }
}
