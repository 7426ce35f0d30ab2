package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Definition;
import dev.envlens.definition.HashInput;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings channels, dependencies and pip's requirements back into the order that they had. One list
 * is brought into order after the other, each in the text that the one before has left.
 */
final class RestoredOrder {

  /** Joins the requirements of a pip list to the text that it is recognized by. */
  private static final String PIP = "\n- ";

  private final int start;
  private final HashInput.Conda original;
  private String text;

  private RestoredOrder(CondaSection section, HashInput.Conda original) {
    this.start = section.file().node().range().start();
    this.original = original;
    this.text = section.source().yaml().text();
  }

  /** Nothing where a list can't be reordered without touching something else. */
  static Optional<Fix> of(Definition definition, HashInput original) {
    var section = definition.effectiveConda().flatMap(Conda::section);
    if (section.isEmpty() || original.conda().isEmpty()) {
      return Optional.empty();
    }
    return new RestoredOrder(section.get(), original.conda().get())
        .edit()
        .map(edit -> Fix.edit("Restore the order", section.get().source().uri(), edit));
  }

  private Optional<TextEdit> edit() {
    String before = text;
    boolean done =
        reorder(node -> node.sequence("channels"), original.channels())
            && reorder(node -> node.sequence("dependencies"), texts(original.dependencies()))
            && reorderPips();
    return done && node().filter(this::isOriginal).isPresent() && !text.equals(before)
        ? Optional.of(difference(before, text))
        : Optional.empty();
  }

  private boolean reorderPips() {
    for (int i = 0; i < original.dependencies().size(); i++) {
      if (original.dependencies().get(i) instanceof HashInput.Pip pip) {
        int index = i;
        if (!reorder(node -> pip(node, index), pip.requirements())) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<Sequence> pip(Mapping node, int index) {
    return node.sequence("dependencies")
        .filter(list -> index < list.items().size())
        .map(list -> list.items().get(index).value())
        .filter(Mapping.class::isInstance)
        .flatMap(item -> ((Mapping) item).sequence("pip"));
  }

  /** Whether the list has the items in this order, now or already. */
  private boolean reorder(Function<Mapping, Optional<Sequence>> list, List<String> wanted) {
    var yaml = Yaml.parse(text);
    var found = node(yaml).flatMap(list);
    if (found.isEmpty()) {
      return wanted.isEmpty();
    }
    var items = found.get().items();
    var there = items.stream().map(Item::value).map(RestoredOrder::text).toList();
    if (there.equals(wanted)) {
      return true;
    }
    var edit =
        ReorderedList.order(there, wanted)
            .flatMap(order -> ReorderedList.of(yaml, found.get(), order));
    edit.ifPresent(it -> text = TextEdit.apply(text, List.of(it)));
    return edit.isPresent();
  }

  /** How an item is recognized; pip lists by what they hold, in whatever order. */
  private static String text(Node node) {
    if (node instanceof Mapping mapping) {
      return mapping
          .sequence("pip")
          .map(list -> list.items().stream().map(item -> text(item.value())).toList())
          .map(RestoredOrder::pipText)
          .orElse("");
    }
    return node instanceof Scalar scalar ? scalar.text() : "";
  }

  private static String pipText(List<String> requirements) {
    return PIP + String.join(PIP, requirements.stream().sorted().toList());
  }

  private static List<String> texts(List<HashInput.Dependency> dependencies) {
    List<String> result = new ArrayList<>();
    for (var dependency : dependencies) {
      result.add(
          dependency instanceof HashInput.Spec spec
              ? spec.text()
              : pipText(((HashInput.Pip) dependency).requirements()));
    }
    return result;
  }

  private Optional<Mapping> node() {
    return node(Yaml.parse(text));
  }

  /** The conda definition in {@code yaml}: no edit in it moves its start. */
  private Optional<Mapping> node(Yaml yaml) {
    return yaml.isIntact()
        ? yaml.documents().stream()
            .map(Document::root)
            .flatMap(Optional::stream)
            .flatMap(root -> at(root).stream())
            .findFirst()
        : Optional.empty();
  }

  private Optional<Mapping> at(Node node) {
    if (!(node instanceof Mapping mapping) || !mapping.range().touches(start)) {
      return Optional.empty();
    }
    if (mapping.range().start() == start && mapping.has("dependencies")) {
      return Optional.of(mapping);
    }
    return mapping.entries().stream().flatMap(entry -> at(entry.value()).stream()).findFirst();
  }

  /** YAML has more corners than an edit of it can foresee: what was written is read again. */
  private boolean isOriginal(Mapping node) {
    var after = CondaFile.of(node);
    return after.channels().stream().map(Scalar::text).toList().equals(original.channels())
        && node.sequence("dependencies")
            .map(list -> list.items().stream().map(item -> text(item.value())).toList())
            .equals(Optional.of(texts(original.dependencies())));
  }

  /** The edit of the part that differs. */
  private static TextEdit difference(String before, String after) {
    int start = 0;
    int most = Math.min(before.length(), after.length());
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < most - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    return TextEdit.replace(
        new TextRange(start, before.length() - same),
        after.substring(start, after.length() - same));
  }
}
