package dev.envlens.lsp;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;

/** For what stands in a file's own text: names and paths, whatever they lead to. */
final class ByItself implements Surroundings {

  @Override
  public FileState file(URI uri) {
    return new FileState.Pending();
  }

  @Override
  public ContextState context(URI uri) {
    return new ContextState.Pending();
  }
}
