package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * A dependency in the list where it stands.
 *
 * @param conda the definition that has the list
 * @param pip the {@code pip:} list that it stands in; empty for a conda package
 */
record Listed(CondaSection conda, Item item, Scalar text, Optional<Dependency.Pip> pip)
    implements Mention {

  static Listed of(CondaSection conda, Dependency.CondaPackage found) {
    return new Listed(conda, found.item(), found.text(), Optional.empty());
  }

  static Listed of(CondaSection conda, Dependency.PipRequirement found, Dependency.Pip list) {
    return new Listed(conda, found.item(), found.text(), Optional.of(list));
  }

  /** Whether an alias stands for the item, so that nothing in the item itself can be changed. */
  static boolean isAlias(Item item) {
    return !item.range().contains(item.value().range());
  }

  /** Where a part of an entry's text stands; for an empty one, all of it. */
  static Place place(CondaSection conda, Item item, Scalar text, TextRange part) {
    if (isAlias(item)) {
      return conda.place(item.range());
    }
    return conda.place(part.isEmpty() ? text.contentRange() : text.rangeOf(part));
  }

  @Override
  public Place place() {
    return place(conda, item, text, TextRange.at(0));
  }

  @Override
  public int line() {
    return conda.source().yaml().lines().line(item.range().start()) + 1;
  }

  /** A fix that takes it out, and an emptied {@code pip:} list with it. */
  @Override
  public Optional<Fix> removal(String title) {
    return edits().map(edits -> Fix.edit(title, conda.source().uri(), edits).movingHash(true));
  }

  private Optional<List<TextEdit>> edits() {
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
