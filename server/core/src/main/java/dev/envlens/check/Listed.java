package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A dependency in the list where it stands.
 *
 * @param pip the {@code pip:} list that it stands in; empty for a conda package
 */
record Listed(Item item, Scalar text, Optional<Dependency.Pip> pip) {

  static Listed of(Dependency.CondaPackage found) {
    return new Listed(found.item(), found.text(), Optional.empty());
  }

  static Listed of(Dependency.PipRequirement found, Dependency.Pip list) {
    return new Listed(found.item(), found.text(), Optional.of(list));
  }

  /** Whether an alias stands for the item, so that nothing in the item itself can be changed. */
  static boolean isAlias(Item item) {
    return !item.range().contains(item.value().range());
  }

  /** The whole dependency, without its quotes. */
  TextRange range() {
    return isAlias(item) ? item.range() : text.contentRange();
  }

  /** The line it stands in, from 1, as editors count. */
  int line(CondaSection conda) {
    return conda.source().yaml().lines().line(item.range().start()) + 1;
  }

  /** The fixes for two of which one is too many: {@code later} goes, or {@code earlier} does. */
  static List<Fix> removals(CondaSection conda, Listed later, Listed earlier) {
    String other = "Remove the one in line %d (new hash)".formatted(earlier.line(conda));
    return Stream.of(
            later.removal(conda, "Remove this one (new hash)"), earlier.removal(conda, other))
        .flatMap(Optional::stream)
        .toList();
  }

  /** A fix that takes it out, and an emptied {@code pip:} list with it. */
  private Optional<Fix> removal(CondaSection conda, String title) {
    return edits(conda).map(edits -> Fix.edit(title, conda.source().uri(), edits));
  }

  private Optional<List<TextEdit>> edits(CondaSection conda) {
    var yaml = conda.source().yaml();
    var dependencies = dependencies(conda.file());
    if (pip.isEmpty()) {
      return dependencies.flatMap(list -> ListEdits.remove(yaml, list, item));
    }
    if (!(pip.get().list().value() instanceof Sequence list)) {
      return Optional.empty();
    }
    return list.items().size() > 1
        ? ListEdits.remove(yaml, list, item)
        : dependencies.flatMap(all -> ListEdits.remove(yaml, all, pip.get().item()));
  }

  private static Optional<Sequence> dependencies(CondaFile file) {
    return file.node().sequence("dependencies");
  }
}
