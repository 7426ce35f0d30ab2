package dev.envlens.refactor;

import dev.envlens.check.Fix;
import dev.envlens.check.YamlEdits;
import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.DependencyOrder;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings dependencies into {@linkplain DependencyOrder their order}. A comment behind an item and
 * the comments and blank lines above it move with it.
 */
final class SortedDependencies {

  private final Yaml yaml;
  private final CondaFile file;
  private final String lineEnd;

  private SortedDependencies(Yaml yaml, CondaFile file) {
    this.yaml = yaml;
    this.file = file;
    this.lineEnd = new YamlEdits(yaml).lineEnd();
  }

  /** Nothing where they are sorted, or where one of them can't be read or moved. */
  static Optional<Refactoring> of(CondaSection conda) {
    var yaml = conda.source().yaml();
    return conda
        .file()
        .node()
        .sequence("dependencies")
        .filter(list -> isMovable(conda.file(), list, yaml))
        .flatMap(list -> new SortedDependencies(yaml, conda.file()).edit(list))
        .map(
            edit ->
                new Refactoring(
                    Refactoring.Kind.REWRITE,
                    Fix.edit("Sort the dependencies", conda.source().uri(), edit)
                        .movingHash(true)));
  }

  private static boolean isMovable(CondaFile file, Sequence list, Yaml yaml) {
    return file.dependencies().size() == list.items().size()
        && file.dependencies().stream().noneMatch(Dependency.Unknown.class::isInstance)
        && file.node().range().contains(list.range())
        && file.pipLists().allMatch(SortedDependencies::isWhole)
        && !Anchors.in(yaml, list.range(), list);
  }

  /** Whether every item of a {@code pip:} list is a requirement, and nothing stands beside it. */
  private static boolean isWhole(Dependency.Pip pip) {
    return pip.list().value() instanceof Sequence inner
        && inner.items().size() == pip.requirements().size();
  }

  private Optional<TextEdit> edit(Sequence list) {
    if (!isChanged()) {
      return Optional.empty();
    }
    Optional<TextEdit> edit;
    if (list.flow()) {
      edit = flow(list, sorted()).map(text -> TextEdit.replace(list.range(), text));
    } else {
      edit = block(list).flatMap(region -> blockEdit(region));
    }
    return edit.filter(this::keepsMeaning);
  }

  private boolean isChanged() {
    return !isSame(DependencyOrder.sorted(file.dependencies()), file.dependencies())
        || file.pipLists()
            .anyMatch(
                pip ->
                    !isSame(
                        DependencyOrder.sortedRequirements(pip.requirements()),
                        pip.requirements()));
  }

  private static boolean isSame(List<?> one, List<?> other) {
    for (int i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  private List<Item> sorted() {
    return DependencyOrder.sorted(file.dependencies()).stream().map(Dependency::item).toList();
  }

  private static List<Item> sorted(Dependency.Pip pip) {
    return DependencyOrder.sortedRequirements(pip.requirements()).stream()
        .map(Dependency.PipRequirement::item)
        .toList();
  }

  // In brackets

  /** The list with its items in the given order, each in the place of another. */
  private Optional<String> flow(Sequence list, List<Item> order) {
    if (yaml.comments().stream().anyMatch(comment -> list.range().contains(comment.range()))) {
      return Optional.empty();
    }
    var pips = pips();
    var result = new StringBuilder();
    int position = list.range().start();
    for (int i = 0; i < order.size(); i++) {
      var place = list.items().get(i).range();
      result.append(yaml.text(), position, place.start()).append(item(order.get(i), pips));
      position = place.end();
    }
    return Optional.of(result.append(yaml.text(), position, list.range().end()).toString());
  }

  private Map<Integer, Dependency.Pip> pips() {
    Map<Integer, Dependency.Pip> result = new HashMap<>();
    file.pipLists().forEach(pip -> result.put(pip.item().range().start(), pip));
    return result;
  }

  private String item(Item item, Map<Integer, Dependency.Pip> pips) {
    var pip = pips.get(item.range().start());
    if (pip == null || !(pip.list().value() instanceof Sequence inner) || !inner.flow()) {
      return item.range().of(yaml.text());
    }
    return yaml.text().substring(item.range().start(), inner.range().start())
        + flow(inner, sorted(pip)).orElse(inner.range().of(yaml.text()))
        + yaml.text().substring(inner.range().end(), item.range().end());
  }

  // In lines

  /** The lines of a list and how they are shared among its items; nothing for any other form. */
  private Optional<Region> block(Sequence list) {
    Map<Integer, TextRange> lines = new HashMap<>();
    int start = yaml.lines().lineStart(firstLine(list));
    int position = start;
    for (var item : list.items()) {
      int first = yaml.lines().lineStart(yaml.lines().line(item.range().start()));
      String before = yaml.text().substring(first, item.range().start());
      if (!before.strip().equals("-") || first < position) {
        return Optional.empty();
      }
      int last = lastLine(item, before.indexOf('-'));
      var range = new TextRange(position, yaml.lines().nextLineStart(last));
      lines.put(item.range().start(), range);
      position = range.end();
    }
    return Optional.of(new Region(new TextRange(start, position), lines));
  }

  private record Region(TextRange range, Map<Integer, TextRange> lines) {}

  /** The first item's line, or the first of the comments and blank lines above it. */
  private int firstLine(Sequence list) {
    int first = yaml.lines().line(list.range().start());
    while (first > 0) {
      String above = yaml.lines().lineRange(first - 1).of(yaml.text()).strip();
      if (!above.isEmpty() && !above.startsWith("#")) {
        return first;
      }
      first--;
    }
    return first;
  }

  /** An item's last line, with the comments below that stand further in than its dash. */
  private int lastLine(Item item, int dash) {
    int last = yaml.lines().line(item.range().end());
    while (last + 1 < yaml.lines().lineCount()) {
      String next = yaml.lines().lineRange(last + 1).of(yaml.text());
      int mark = next.indexOf('#');
      if (mark <= dash || !next.substring(0, mark).isBlank()) {
        return last;
      }
      last++;
    }
    return last;
  }

  private Optional<TextEdit> blockEdit(Region region) {
    Map<Integer, TextEdit> inner = new HashMap<>();
    for (var pip : file.pipLists().toList()) {
      var items = (Sequence) pip.list().value();
      if (items.flow()) {
        flow(items, sorted(pip))
            .map(text -> TextEdit.replace(items.range(), text))
            .ifPresent(edit -> inner.put(pip.item().range().start(), edit));
      } else if (!items.items().isEmpty()) {
        var part = block(items);
        if (part.isEmpty()) {
          return Optional.empty();
        }
        inner.put(
            pip.item().range().start(),
            TextEdit.replace(part.get().range(), joined(part.get(), sorted(pip), Map.of())));
      }
    }
    return Optional.of(TextEdit.replace(region.range(), joined(region, sorted(), inner)));
  }

  /** The lines of a region in another order; only its last line may lack a line end, as before. */
  private String joined(Region region, List<Item> order, Map<Integer, TextEdit> inner) {
    var result = new StringBuilder();
    for (var item : order) {
      int at = item.range().start();
      var range = region.lines().get(at);
      String text = range.of(yaml.text());
      var edit = inner.get(at);
      if (edit != null) {
        var within = edit.range().shift(-range.start());
        text = text.substring(0, within.start()) + edit.newText() + text.substring(within.end());
      }
      result.append(text).append(text.endsWith("\n") ? "" : lineEnd);
    }
    String whole = region.range().of(yaml.text());
    if (!whole.endsWith("\n")) {
      result.setLength(result.length() - lineEnd.length());
    }
    return result.toString();
  }

  /** Whether the same dependencies are there, and are sorted, once the edit is made. */
  private boolean keepsMeaning(TextEdit edit) {
    String text = TextEdit.apply(yaml.text(), List.of(edit));
    var after = Yaml.parse(text);
    var files = new ArrayList<CondaFile>();
    Meaning.document(yaml, file.node())
        .filter(document -> document < after.documents().size())
        .flatMap(document -> after.documents().get(document).root())
        .ifPresent(root -> CondaFiles.at(root, file.node().range().start()).ifPresent(files::add));
    return after.isIntact()
        && files.size() == 1
        && DependencyOrder.texts(files.get(0)).equals(DependencyOrder.texts(file))
        && isSame(DependencyOrder.sorted(files.get(0).dependencies()), files.get(0).dependencies())
        && withoutDependencies(files.get(0)).equals(withoutDependencies(file));
  }

  private static List<Object> withoutDependencies(CondaFile file) {
    return file.node().effective().stream()
        .filter(entry -> !entry.name().equals("dependencies"))
        .<Object>map(entry -> JsonTree.of(entry.value(), JsonTree.Mode.TYPED))
        .toList();
  }
}
