package dev.envlens.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the keys of a file mean: for hovers and completion.
 *
 * <p>A place in a file is the list of the keys that lead there. An item of a list counts as one
 * step, whatever it is called: {@code dependencies}, {@code 0}, {@code pip}.
 */
public final class KeyDocs {

  /** Subschemas that apply together, nearest first: one and what it refers to. */
  private record Place(List<Part> parts) {

    Optional<JsonNode> keyword(String name) {
      return parts.stream().map(part -> part.json().get(name)).filter(KeyDocs::isThere).findFirst();
    }

    List<JsonNode> values(String name) {
      return keyword(name).stream().flatMap(KeyDocs::valuesOf).toList();
    }

    boolean flag(String name) {
      return keyword(name).map(value -> value.booleanValue(false)).orElse(false);
    }
  }

  private record Part(Format file, JsonNode json) {}

  private final Format format;

  /** The keys of {@code format}. The schema is read when something is asked for. */
  public KeyDocs(Format format) {
    this.format = format;
  }

  /** What stands at {@code path}; of no keys at all, the file as a whole. */
  public Optional<KeyDoc> at(List<String> path) {
    String name = path.isEmpty() ? "" : path.get(path.size() - 1);
    var holder = place(path.subList(0, Math.max(0, path.size() - 1)));
    return place(path).map(place -> doc(name, place, holder));
  }

  /** The keys that a mapping at {@code path} may have, in the schema's order; none if any may. */
  public List<KeyDoc> keysAt(List<String> path) {
    var holder = place(path);
    var result = new ArrayList<KeyDoc>();
    holder
        .map(KeyDocs::properties)
        .orElse(Map.of())
        .forEach((name, part) -> result.add(doc(name, resolve(part), holder)));
    return result;
  }

  private Optional<Place> place(List<String> path) {
    var place = Optional.of(resolve(new Part(format, SchemaFiles.json(format))));
    for (var step : path) {
      place = place.flatMap(at -> child(at, step));
    }
    return place;
  }

  private static Optional<Place> child(Place place, String key) {
    var property = properties(place).get(key);
    if (property != null) {
      return Optional.of(resolve(property));
    }
    return Stream.of("items", "additionalProperties")
        .flatMap(
            name -> place.parts().stream().map(part -> in(part, name)).flatMap(Optional::stream))
        .filter(part -> part.json().isObject())
        .map(KeyDocs::resolve)
        .findFirst();
  }

  private static Map<String, Part> properties(Place place) {
    var result = new LinkedHashMap<String, Part>();
    for (var part : place.parts()) {
      in(part, "properties")
          .ifPresent(
              properties ->
                  properties
                      .json()
                      .properties()
                      .forEach(
                          e ->
                              result.putIfAbsent(e.getKey(), new Part(part.file(), e.getValue()))));
    }
    return result;
  }

  private static Optional<Part> in(Part part, String keyword) {
    return Optional.ofNullable(part.json().get(keyword)).map(json -> new Part(part.file(), json));
  }

  private static Place resolve(Part part) {
    var parts = new ArrayList<Part>();
    var next = Optional.of(part);
    while (next.isPresent()) {
      parts.add(next.get());
      next = target(next.get());
    }
    return new Place(List.copyOf(parts));
  }

  /** Where {@code $ref} leads: {@code #/pointer} in the same file, or behind another's name. */
  private static Optional<Part> target(Part part) {
    return Optional.ofNullable(part.json().get("$ref"))
        .map(
            reference -> {
              String text = reference.stringValue();
              int hash = text.indexOf('#');
              var file = hash == 0 ? part.file() : fileNamed(text.substring(0, hash));
              return new Part(file, SchemaFiles.json(file).at(text.substring(hash + 1)));
            });
  }

  private static Format fileNamed(String name) {
    return Stream.of(Format.values())
        .filter(format -> format.file().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no such schema: " + name));
  }

  private static KeyDoc doc(String name, Place place, Optional<Place> holder) {
    return new KeyDoc(
        name,
        place.keyword("title").map(JsonNode::stringValue),
        place.keyword("description").map(JsonNode::stringValue).orElse(""),
        place.values("type").stream().map(JsonNode::stringValue).toList(),
        place.values("examples").stream().map(YamlText::of).toList(),
        place.keyword("default").map(YamlText::of),
        place.values(OneOf.NAME).stream().filter(JsonNode::isString).map(YamlText::of).toList(),
        holder.stream()
            .flatMap(mapping -> mapping.values("required").stream())
            .anyMatch(required -> required.stringValue().equals(name)),
        place.flag("deprecated"),
        place.flag("readOnly"),
        place.keyword(MovedTo.NAME).map(JsonNode::stringValue));
  }

  private static Stream<JsonNode> valuesOf(JsonNode json) {
    return json.isArray() ? json.valueStream() : Stream.of(json);
  }

  private static boolean isThere(JsonNode json) {
    return json != null;
  }
}
