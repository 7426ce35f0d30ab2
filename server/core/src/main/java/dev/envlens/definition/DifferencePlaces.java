package dev.envlens.definition;

import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * Where a difference stands in the newer of two definitions: at what differs; at the key of the
 * list for what was removed from it or stands in another order.
 *
 * @param definition the newer one
 */
public record DifferencePlaces(Definition definition) {

  /** The narrowest place; the definition's name, or its first key, where there is no other. */
  public Place of(Difference difference) {
    return find(difference).orElseGet(() -> definition.place(definition.anchor()));
  }

  private Optional<Place> find(Difference difference) {
    return switch (difference.what()) {
      case IMAGE -> definition.image().map(image -> definition.place(image.range()));
      case DOCKERFILE -> dockerfile(difference.at());
      case CONTEXT, CONTEXT_FILE -> context();
      case CONDA -> definition.parts().conda().map(conda -> key(conda.entry()));
      case CHANNEL -> inConda("channels", difference.at());
      case DEPENDENCY, PIP -> inConda("dependencies", difference.at());
      case VARIABLE -> variable(difference.name());
      case SPARK_REPOSITORY, SPARK_PACKAGE, SPARK_PRECACHE ->
          definition.entry("spark").map(this::key);
      case OS -> definition.osType().map(Scalar::range).map(definition::place);
    };
  }

  private Place key(Entry entry) {
    return definition.place(entry.key().range());
  }

  private Optional<Place> dockerfile(List<Integer> at) {
    var dockerfile = definition.dockerfile();
    if (dockerfile.isPresent()) {
      return dockerfile.map(file -> file.place(line(file.text(), at.isEmpty() ? 0 : at.get(0))));
    }
    return definition
        .parts()
        .steps()
        .map(steps -> definition.place(steps.range()))
        .or(this::context);
  }

  /** The line of a text; the end of a text that has fewer. */
  private static TextRange line(String text, int number) {
    int start = 0;
    for (int i = 0; i < number; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return TextRange.at(text.length());
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    end = end < 0 ? text.length() : end;
    return new TextRange(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
  }

  private Optional<Place> context() {
    return definition
        .context()
        .map(
            context ->
                context
                    .path()
                    .map(path -> definition.place(path.range()))
                    .orElseGet(() -> key(context.entry())));
  }

  private Optional<Place> inConda(String list, List<Integer> at) {
    var conda = definition.effectiveConda().flatMap(Conda::section);
    if (conda.isEmpty()) {
      return definition.parts().conda().map(found -> key(found.entry()));
    }
    var node = conda.get().file().node();
    var range =
        item(node, list, at)
            .or(() -> node.entry(list).map(entry -> entry.key().range()))
            .or(() -> node.entry("dependencies").map(entry -> entry.key().range()));
    return range.map(conda.get()::place);
  }

  private static Optional<TextRange> item(Mapping node, String list, List<Integer> at) {
    var items = node.sequence(list).map(Sequence::items).orElse(List.of());
    if (at.isEmpty() || at.get(0) >= items.size()) {
      return Optional.empty();
    }
    Item item = items.get(at.get(0));
    if (at.size() > 1 && item.value() instanceof Mapping mapping) {
      return item(mapping, "pip", at.subList(1, at.size())).or(() -> Optional.of(item.range()));
    }
    return Optional.of(item.range());
  }

  private Optional<Place> variable(String name) {
    var conda = definition.effectiveConda().flatMap(Conda::section);
    return conda.flatMap(
        section ->
            section
                .file()
                .node()
                .mapping("variables")
                .flatMap(variables -> variables.entry(name))
                .map(entry -> section.place(entry.range()))
                .or(() -> inConda("variables", List.of())));
  }
}
