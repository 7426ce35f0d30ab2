package dev.envlens.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of ours with all that is in it. */
record Tree(Path root) {

  /** Removes it, if it is there. Links aren't followed. */
  void delete() throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> paths = Files.walk(root)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException fault) {
      throw fault.getCause();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
