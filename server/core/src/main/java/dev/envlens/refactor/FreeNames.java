package dev.envlens.refactor;

import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names for new files beside {@code file}, at which nothing stands yet. */
record FreeNames(URI file, Surroundings surroundings) {

  /** So many names are tried. */
  private static final int LAST = 9;

  /** A file to be made, and what it is called from beside. */
  record Free(URI uri, String name) {}

  /**
   * {@code NAME.yml}, else {@code STEM-NAME.yml} after {@code file}, else with a number. None while
   * it isn't known what stands there: a new file must not take the place of another.
   */
  Optional<Free> yaml(String name) {
    return firstOf(
        Stream.concat(
            Stream.of(name, stem() + "-" + name),
            IntStream.rangeClosed(2, LAST).mapToObj(number -> stem() + "-" + name + "-" + number)));
  }

  /** The name of {@code file} without its ending. */
  String stem() {
    String name = Paths.name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private Optional<Free> firstOf(Stream<String> stems) {
    for (String stem : stems.toList()) {
      String name = stem + ".yml";
      var uri = Paths.folder(file).flatMap(folder -> Paths.within(folder, name));
      var state = uri.map(surroundings::file);
      if (state.isEmpty() || state.get() instanceof FileState.Pending) {
        return Optional.empty();
      }
      if (state.get() instanceof FileState.Missing) {
        return Optional.of(new Free(uri.get(), name));
      }
    }
    return Optional.empty();
  }
}
