package dev.envlens.lsp;

import dev.envlens.files.FileScope;
import dev.envlens.files.FileUris;
import dev.envlens.files.FileWalk;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;

/** The folders that the editor has open, and the files in them that may be ours; none, maybe. */
final class WorkspaceFolders {

  private final BooleanSupplier closed;
  private final List<URI> all = new CopyOnWriteArrayList<>();

  /**
   * @param closed ends a walk when it says true
   */
  WorkspaceFolders(BooleanSupplier closed) {
    this.closed = closed;
  }

  void set(List<URI> folders) {
    all.clear();
    all.addAll(folders);
  }

  List<URI> all() {
    return List.copyOf(all);
  }

  /** The files that a walk meets now. */
  Set<URI> files() {
    var pool = new ForkJoinPool(1);
    try {
      var walk = new FileWalk(IndexReads.MOST_BYTES, pool, closed);
      var files = new LinkedHashSet<URI>();
      for (Path file : walk.of(paths()).files()) {
        files.add(FileUris.of(file));
      }
      return files;
    } finally {
      pool.shutdown();
    }
  }

  /** Whether a walk meets {@code file}, and it is there. */
  boolean include(URI file) {
    return FileUris.toPath(file)
        .filter(path -> Files.isRegularFile(path))
        .filter(path -> new FileScope(paths()).meets(path))
        .isPresent();
  }

  private List<Path> paths() {
    return all.stream()
        .flatMap(folder -> FileUris.toPath(folder).stream())
        .filter(path -> Files.isDirectory(path))
        .toList();
  }
}
