package dev.envlens.index;

import dev.envlens.definition.Form;
import dev.envlens.feature.KnownEnvironments;
import dev.envlens.feature.Workspace;
import dev.envlens.link.Place;
import java.util.function.Supplier;

/** What the index knows, as the features ask for it. */
public final class IndexedWorkspace {

  private IndexedWorkspace() {}

  /**
   * What an index knows.
   *
   * @param index gives the index when something is asked of it, for that may take long
   */
  public static Workspace of(Supplier<WorkspaceIndex> index) {
    return new Workspace(
        name -> environments(index.get()).named(name),
        (definition, hash, surroundings) ->
            new IndexedNeighbours(index.get()).of(definition, hash, surroundings));
  }

  /** The environments that files of their own define, by name. */
  public static KnownEnvironments environments(WorkspaceIndex index) {
    return name ->
        index.definitions(name).stream()
            .filter(definition -> definition.form() == Form.FILE)
            .map(
                definition ->
                    new KnownEnvironments.Defined(
                        name,
                        definition.version(),
                        new Place(definition.file(), definition.anchor().range()),
                        definition.identity().hash()))
            .toList();
  }
}
