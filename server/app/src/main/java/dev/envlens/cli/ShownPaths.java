package dev.envlens.cli;

import dev.envlens.files.FileUris;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;

/** How output names files: from the working folder where they lie below it, else in full. */
final class ShownPaths {

  private final Path folder;

  ShownPaths(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** With {@code /} between parts on every system. */
  String of(Path path) {
    Path full = path.toAbsolutePath().normalize();
    if (!full.startsWith(folder)) {
      return slashed(full);
    }
    String below = slashed(folder.relativize(full));
    return below.isEmpty() ? "." : below;
  }

  String of(URI uri) {
    return FileUris.toPath(uri).map(this::of).orElseGet(uri::toString);
  }

  private static String slashed(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
