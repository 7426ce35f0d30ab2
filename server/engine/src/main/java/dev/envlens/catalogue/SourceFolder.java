package dev.envlens.catalogue;

import dev.envlens.files.TextFiles;
import dev.envlens.link.FileState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A checkout of sources. What lies outside of it is never read, whatever a path or link in it says.
 *
 * @param root its real path
 */
record SourceFolder(Path root) {

  /** Sources are text that people write. */
  private static final long MAX_BYTES = 1L << 20;

  private static final int MAX_DEPTH = 16;

  /**
   * The folder at {@code path}.
   *
   * @throws CatalogueFault when there is none
   */
  static SourceFolder at(Path path) {
    try {
      Path real = path.toRealPath();
      if (Files.isDirectory(real)) {
        return new SourceFolder(real);
      }
    } catch (IOException missing) {
      // said below
    }
    throw new CatalogueFault(
        "'%s' is no folder. Name a checkout of the sources, such as one of %s."
            .formatted(path, CatalogueSource.PUBLIC));
  }

  /** The files below {@code folder}, sorted; none of Git's own. */
  List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, MAX_DEPTH)) {
      return all.filter(path -> !path.toString().contains("/.git/"))
          .filter(path -> !Files.isDirectory(path))
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException fault) {
      throw new CatalogueFault("'%s' can't be read: %s.".formatted(folder, fault.getMessage()));
    }
  }

  /** The path that {@code text} means from {@code folder}, if it stays in here. */
  Optional<Path> within(Path folder, String text) {
    try {
      Path real = folder.resolve(text).toRealPath();
      return real.startsWith(root) ? Optional.of(real) : Optional.empty();
    } catch (IOException | InvalidPathException missing) {
      return Optional.empty();
    }
  }

  /** The text of a file, if it is one and stays in here. */
  Optional<String> text(Path folder, String path) {
    return within(folder, path)
        .map(real -> TextFiles.read(real, MAX_BYTES))
        .filter(FileState.Text.class::isInstance)
        .map(state -> ((FileState.Text) state).text());
  }

  /** A path below here as it is shown, {@code /} between its parts. */
  String shown(Path path) {
    return root.relativize(path).toString().replace('\\', '/');
  }
}
