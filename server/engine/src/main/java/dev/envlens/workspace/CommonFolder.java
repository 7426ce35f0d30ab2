package dev.envlens.workspace;

import dev.envlens.link.Paths;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The innermost folder that holds several files. */
final class CommonFolder {

  private CommonFolder() {}

  /** None where they are on different drives or hosts. */
  static Optional<URI> of(List<URI> files) {
    var folder = Paths.folder(files.get(0));
    for (URI file : files) {
      while (folder.isPresent() && !Paths.isWithin(folder.get(), file)) {
        var current = folder.get();
        folder = Paths.folder(current).filter(outer -> !outer.equals(current));
      }
    }
    return folder;
  }
}
