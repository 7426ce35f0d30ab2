package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import java.net.URI;
import java.util.Optional;

/** Names for files to be made beside a definition, where nothing stands yet. */
record FreeNames(Definition definition, URI folder) {

  /** So many files of one kind lie in no folder. */
  private static final int MOST = 50;

  /** None for what lies in no folder, such as an editor's unsaved buffer. */
  static Optional<FreeNames> beside(Definition definition) {
    return Paths.folder(definition.source().uri()).map(folder -> new FreeNames(definition, folder));
  }

  /** {@code stem + ending}, else with a number between them; none while that isn't known. */
  Optional<String> free(String stem, String ending) {
    for (int number = 1; number <= MOST; number++) {
      String name = number == 1 ? stem + ending : stem + "-" + number + ending;
      var state = definition.written().surroundings().file(uri(name));
      if (state instanceof FileState.Pending) {
        return Optional.empty();
      }
      if (state instanceof FileState.Missing && !uri(name).equals(definition.source().uri())) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** The file that {@code path} names in the folder. */
  URI uri(String path) {
    return Paths.within(folder, path).orElseThrow();
  }
}
