package dev.envlens.check;

import dev.envlens.definition.CondaSection;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Sequence;
import java.util.List;
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

  /** The package {@code name} as a requirement of pip's, in the recommended version. */
  static String pinnedForPip(String name) {
    return name + "==" + PythonVersions.shipped().recommended(name);
  }

  /** Lists the package for pip: behind what pip installs already, else in a list of its own. */
  static Optional<Fix> forPip(String name, CondaSection conda) {
    String text = pinnedForPip(name);
    return pipEdits(text, conda)
        .map(edits -> Fix.edit("Add " + text, conda.source().uri(), edits).movingHash(true));
  }

  private static Optional<List<TextEdit>> pipEdits(String text, CondaSection conda) {
    var yaml = conda.source().yaml();
    var lists = conda.file().pipLists().toList();
    if (!lists.isEmpty()) {
      return lists.get(0).list().value() instanceof Sequence list
          ? ListEdits.append(yaml, list, List.of(text), List.of())
          : Optional.empty();
    }
    var packages =
        PackageNames.mayHave(conda.file(), PackageNames.PIP)
            ? List.<String>of()
            : List.of(pinned(PackageNames.PIP));
    return conda
        .file()
        .node()
        .sequence("dependencies")
        .flatMap(list -> ListEdits.append(yaml, list, packages, List.of(text)));
  }

  /** Lists the package at the end of a requirements file. */
  static Fix appended(String name, RequirementsSource file) {
    String text = pinnedForPip(name);
    String all = file.text();
    String lineEnd = all.contains("\r\n") ? "\r\n" : "\n";
    boolean open = !all.isEmpty() && !all.endsWith("\n");
    var edit = TextEdit.insert(all.length(), (open ? lineEnd : "") + text + lineEnd);
    return Fix.edit("Add " + text, file.uri(), edit).movingHash(file.isHashed());
  }
}
