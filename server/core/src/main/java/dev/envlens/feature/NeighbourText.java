package dev.envlens.feature;

import dev.envlens.definition.Definition;
import dev.envlens.feature.Neighbours.Near;
import dev.envlens.feature.Neighbours.Neighbour;
import dev.envlens.link.Paths;
import java.util.List;
import java.util.stream.Collectors;

/** Says which other environments share an image, or would. */
final class NeighbourText {

  /** How many are named; a hover is to be read at a glance. */
  private static final int MOST = 3;

  private NeighbourText() {}

  static void add(StringBuilder text, Definition definition, Near near) {
    if (!near.sharing().isEmpty()) {
      text.append("\n\nSame image as ").append(names(definition, near.sharing())).append('.');
    }
    if (!near.twins().isEmpty()) {
      text.append("\n\nDiffers in order alone from ")
          .append(names(definition, near.twins()))
          .append(
              near.twins().size() == 1
                  ? ": sorted alike, both would share one image."
                  : ": sorted alike, all would share one image.");
    }
  }

  private static String names(Definition definition, List<Neighbour> neighbours) {
    String names =
        neighbours.stream()
            .limit(MOST)
            .map(neighbour -> name(definition, neighbour))
            .collect(Collectors.joining(", "));
    int more = neighbours.size() - MOST;
    return more > 0 ? names + " and %d more".formatted(more) : names;
  }

  private static String name(Definition definition, Neighbour neighbour) {
    var here = definition.source().uri();
    String path =
        neighbour.file().equals(here)
            ? "in this file"
            : Paths.folder(here)
                .map(folder -> Paths.relative(folder, neighbour.file()))
                .map(Markdown::code)
                .orElseGet(() -> Markdown.code(Paths.name(neighbour.file())));
    return neighbour
        .name()
        .map(name -> "%s (%s)".formatted(Markdown.code(name), path))
        .orElse("the environment " + (path.startsWith("`") ? "in " + path : path));
  }
}
