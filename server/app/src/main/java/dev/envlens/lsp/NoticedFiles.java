package dev.envlens.lsp;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;

/** Files, and whether anybody asked for one that isn't known yet. */
final class NoticedFiles implements Surroundings {

  private final Surroundings files;
  private volatile boolean pending;

  NoticedFiles(Surroundings files) {
    this.files = files;
  }

  @Override
  public FileState file(URI uri) {
    var state = files.file(uri);
    pending |= state instanceof FileState.Pending;
    return state;
  }

  @Override
  public ContextState context(URI uri) {
    return files.context(uri);
  }

  boolean wasPending() {
    return pending;
  }
}
