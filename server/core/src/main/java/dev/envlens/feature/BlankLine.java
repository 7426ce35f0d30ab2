package dev.envlens.feature;

import dev.envlens.feature.CaretPlace.Role;
import dev.envlens.feature.CaretPlace.Writing;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.TreePath;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be written in a line with nothing but white space: at the column of what it would stand
 * beside, wherever in the white space the caret is.
 */
final class BlankLine {

  private final Yaml yaml;
  private final String text;
  private final int caret;
  private final int lineStart;
  private final int lineEnd;
  private final NextLine next;

  BlankLine(Yaml yaml, int caret) {
    this.yaml = yaml;
    this.text = yaml.text();
    this.caret = caret;
    var line = yaml.lines().lineRange(yaml.lines().line(caret));
    this.lineStart = line.start();
    this.lineEnd = line.end();
    this.next = NextLine.after(yaml, caret);
  }

  /**
   * @param steps the way to what the line stands in
   * @param holder what that is, if it is anything yet
   */
  List<CaretPlace> places(List<TreePath.Step> steps, Optional<Node> holder) {
    if (text.substring(lineStart, lineEnd).indexOf('\t') >= 0) {
      return List.of();
    }
    var path = steps.stream().map(TreePath.Step::segment).toList();
    int indent = caret - lineStart;
    if (holder.isEmpty() || holder.get() instanceof Scalar) {
      return next.isDeeper(indent) ? List.of() : List.of(place(path, Role.KEY, indent, Set.of()));
    }
    if (holder.get() instanceof Sequence list) {
      int column = column(list);
      boolean open = !list.flow() && !next.isDeeper(column);
      return open ? List.of(place(path, Role.NEW_ITEM, column, Set.of())) : List.of();
    }
    return holder.get() instanceof Mapping mapping && !mapping.flow()
        ? inMapping(path, mapping)
        : List.of();
  }

  private List<CaretPlace> inMapping(List<String> path, Mapping mapping) {
    int column = column(mapping);
    var places = new ArrayList<CaretPlace>();
    listAbove(mapping, column)
        .filter(entry -> !next.isDeeper(column))
        .ifPresent(
            entry -> {
              var inside = new ArrayList<>(path);
              inside.add(entry.name());
              places.add(place(inside, Role.NEW_ITEM, column, Set.of()));
            });
    if (!next.isDeeper(column) && !next.isItemAt(column)) {
      var present = mapping.entries().stream().map(Entry::name).collect(Collectors.toSet());
      places.add(place(path, Role.KEY, column, present));
    }
    return places;
  }

  /** The list just above, where its items stand at the column of its key. */
  private Optional<Entry> listAbove(Mapping mapping, int column) {
    Entry last = null;
    for (var entry : mapping.entries()) {
      last = entry.key().range().start() < lineStart ? entry : last;
    }
    return Optional.ofNullable(last)
        .filter(entry -> entry.value().range().equals(entry.valueRange()))
        .filter(
            entry ->
                entry.value() instanceof Sequence list && !list.flow() && column(list) == column);
  }

  private int column(Node node) {
    return yaml.lines().position(node.range().start()).character();
  }

  private CaretPlace place(List<String> path, Role role, int column, Set<String> present) {
    int indent = caret - lineStart;
    int from = lineStart + Math.min(indent, column);
    var token = Token.blank(new TextRange(from, caret), " ".repeat(Math.max(0, column - indent)));
    return new CaretPlace(
        path,
        role,
        token,
        present,
        new Writing(Sketch.Style.BLOCK, column, false, false, LineComments.lineEnd(yaml)));
  }
}
