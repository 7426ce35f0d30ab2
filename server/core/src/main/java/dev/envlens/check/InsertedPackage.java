package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.yaml.Item;
import java.util.Optional;

/** The fix that lists a package that is missing, in a version that is known to work. */
public final class InsertedPackage {

  private InsertedPackage() {}

  /** The package {@code name} as a conda dependency, in the recommended version. */
  public static String pinned(String name) {
    return name + "=" + PythonVersions.shipped().recommended(name);
  }

  /** Lists the package before {@code item} of the conda dependencies. */
  static Optional<Fix> before(Item item, String name, CondaSection conda) {
    String text = pinned(name);
    return conda
        .file()
        .node()
        .sequence("dependencies")
        .flatMap(list -> ListEdits.insertBefore(conda.source().yaml(), list, item, text))
        .map(edits -> Fix.edit("Add %s (new hash)".formatted(text), conda.source().uri(), edits));
  }
}
