package dev.envlens.index;

import dev.envlens.check.Served;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import java.net.URI;
import java.util.Optional;

/** Which online deployments of the workspace use an environment, by its file or by its name. */
public final class IndexedServed implements Served {

  private final WorkspaceIndex index;

  public IndexedServed(WorkspaceIndex index) {
    this.index = index;
  }

  @Override
  public Optional<URI> by(Definition definition) {
    if (definition.form() == Form.INLINE) {
      return Optional.empty();
    }
    // The index may have seen an older text: what counts is which of the file's definitions it is.
    return index.of(definition.source().uri()).stream()
        .flatMap(known -> known.definitions().stream())
        .filter(known -> known.pointer().equals(definition.pointer()))
        .flatMap(known -> index.onlineDeploymentsOf(known).stream())
        .findFirst();
  }
}
