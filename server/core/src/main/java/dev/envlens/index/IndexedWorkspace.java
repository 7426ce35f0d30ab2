package dev.envlens.index;

import dev.envlens.definition.Form;
import dev.envlens.feature.KnownEnvironments;
import dev.envlens.feature.Workspace;
import dev.envlens.link.Place;

/** What the index knows, as the features ask for it. */
public final class IndexedWorkspace {

  private IndexedWorkspace() {}

  public static Workspace of(WorkspaceIndex index) {
    return new Workspace(environments(index), new IndexedNeighbours(index));
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
                        new Place(definition.file(), definition.anchor().range())))
            .toList();
  }
}
