package dev.envlens.feature;

import java.util.ArrayList;
import java.util.List;

/** A text to insert, with places in it that are to be filled in. */
public record Template(List<Part> parts) {

  /** A piece of the text. */
  public sealed interface Part {
    String text();
  }

  /** What is inserted as it is; lines after the first are indented by whoever inserts it. */
  public record Fixed(String text) implements Part {}

  /** A place to fill in; {@code text} stands there until somebody does, and may be empty. */
  public record Stop(String text) implements Part {}

  public Template {
    parts = List.copyOf(parts);
  }

  static Template of(String text) {
    return new Template(List.of(new Fixed(text)));
  }

  Template then(String text) {
    return then(new Template(List.of(new Fixed(text))));
  }

  Template stop(String text) {
    return then(new Template(List.of(new Stop(text))));
  }

  Template then(Template other) {
    var all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Template(all);
  }

  /** Whether there is anything to fill in. */
  public boolean hasStops() {
    return parts.stream().anyMatch(Stop.class::isInstance);
  }

  /** Whether a place to fill in is left without a text. */
  public boolean hasGaps() {
    return parts.stream().anyMatch(part -> part instanceof Stop && part.text().isEmpty());
  }

  /** The text as it is, {@code lineEnd} between its lines. */
  String plain(String lineEnd) {
    var result = new StringBuilder();
    parts.forEach(part -> result.append(part.text()));
    return result.toString().replace("\n", lineEnd);
  }

  /** The text as a snippet of the language server protocol. */
  String snippet(String lineEnd) {
    var result = new StringBuilder();
    int number = 0;
    for (var part : parts) {
      String escaped = part.text().replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
      if (part instanceof Stop) {
        number++;
        result.append(escaped.isEmpty() ? "$" + number : "${" + number + ":" + escaped + "}");
      } else {
        result.append(escaped);
      }
    }
    return result.toString().replace("\n", lineEnd);
  }
}
