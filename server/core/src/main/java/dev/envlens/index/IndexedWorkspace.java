package dev.envlens.index;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import dev.envlens.definition.Form;
import dev.envlens.feature.KnownEnvironments;
import dev.envlens.feature.Neighbours;
import dev.envlens.feature.Workspace;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
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
        new Neighbours() {
          @Override
          public Near of(Definition definition, DefinitionHash hash, Surroundings surroundings) {
            return new IndexedNeighbours(index.get()).of(definition, hash, surroundings);
          }

          @Override
          public List<String> imagesWith(URI file) {
            return index.get().imagesWith(file);
          }
        });
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
