package dev.envlens.schema;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import dev.envlens.schema.SchemaProblem.InvalidValue;
import dev.envlens.schema.SchemaProblem.MissingKey;
import dev.envlens.schema.SchemaProblem.StaleKey;
import dev.envlens.schema.SchemaProblem.UnknownKey;
import dev.envlens.schema.SchemaProblem.WrongType;
import dev.envlens.text.Nearest;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Says in words and places what the validator found in one tree. Used once. */
final class Findings {

  /** How many known keys a message names at most. */
  private static final int FEW_KEYS = 5;

  private final JsonTree.Mode mode;
  private final KeyDocs docs;
  private final Predicate<String> unknown;
  private final Places places;

  /** By the part of the schema that they stand in: a location is one object there. */
  private final IdentityHashMap<SchemaLocation, List<String>> knownKeys = new IdentityHashMap<>();

  Findings(Format format, KeyDocs docs, Node root, Predicate<String> unknown) {
    this.mode = format.mode();
    this.docs = docs;
    this.unknown = unknown;
    this.places = new Places(root, format.noun());
  }

  /** In the order of the text; one fault that several aliases show is said once. */
  List<SchemaProblem> of(List<Error> errors) {
    var said = new HashMap<TextRange, Set<String>>();
    var result = new ArrayList<SchemaProblem>();
    for (var error : errors) {
      places
          .at(error.getInstanceLocation())
          .filter(place -> isKnown(place.node()) || error.getKeyword().equals(MovedTo.NAME))
          .flatMap(place -> problem(error, place))
          .filter(it -> said.computeIfAbsent(it.range(), r -> new HashSet<>()).add(it.message()))
          .ifPresent(result::add);
    }
    result.sort(Comparator.comparingInt(problem -> problem.range().start()));
    return List.copyOf(result);
  }

  private boolean isKnown(Node node) {
    return !(node instanceof Unreadable)
        && !(node instanceof Scalar scalar && unknown.test(scalar.text()));
  }

  private Optional<SchemaProblem> problem(Error error, Place place) {
    return switch (error.getKeyword()) {
      case "type" -> wrongType(error, place);
      case "additionalProperties" -> unknownKey(error, place);
      case "required" -> missingKey(error.getProperty(), place);
      case OneOf.NAME -> invalidValue(error, place);
      case MovedTo.NAME -> staleKey(error.getSchemaNode().stringValue(), place);
      default -> throw new IllegalStateException("no words for " + error.getKeyword());
    };
  }

  private Optional<SchemaProblem> wrongType(Error error, Place place) {
    var wanted = error.getSchemaNode();
    var types =
        wanted.isArray()
            ? wanted.valueStream().map(JsonNode::stringValue).toList()
            : List.of(wanted.stringValue());
    if (mode == JsonTree.Mode.TEXT
        && place.node() instanceof Scalar scalar
        && Words.fits(JsonTree.typed(scalar.text()), types)) {
      return Optional.empty();
    }
    String expected = Words.expected(types);
    String found = Words.found(place.node(), mode, types);
    var mend = mend(place, types);
    String advice =
        mend.map(text -> text.startsWith("\"") ? " Put it in quotes." : " Write it without quotes.")
            .orElse("");
    String message =
        Words.capitalized("%s expects %s, found %s.".formatted(place.name(), expected, found));
    return Optional.of(
        new WrongType(place.node(), place.range(), expected, found, message + advice, mend));
  }

  /** The same value, quoted or without its quotes, where that makes it the right type. */
  private Optional<String> mend(Place place, List<String> types) {
    if (mode == JsonTree.Mode.TEXT
        || !place.isWrittenHere()
        || !(place.node() instanceof Scalar scalar)
        || scalar.isNull()) {
      return Optional.empty();
    }
    if (scalar.style() == ScalarStyle.PLAIN) {
      return types.contains("string") ? Optional.of('"' + scalar.text() + '"') : Optional.empty();
    }
    var unquoted = JsonTree.typed(scalar.text());
    return Words.fits(unquoted, types) ? Optional.of(unquoted.asString()) : Optional.empty();
  }

  private Optional<SchemaProblem> unknownKey(Error error, Place holder) {
    if (!(holder.node() instanceof Mapping mapping)) {
      return Optional.empty();
    }
    return places
        .entry(mapping, error.getProperty())
        .filter(entry -> !(entry.value() instanceof Unreadable) && isKnown(entry.key()))
        .map(entry -> unknownKey(entry, mapping, holder, knownKeys(error, holder)));
  }

  private List<String> knownKeys(Error error, Place holder) {
    return knownKeys.computeIfAbsent(
        error.getSchemaLocation(),
        schema ->
            docs.keysAt(holder.path()).stream()
                .filter(KeyDoc::isForWriting)
                .map(KeyDoc::name)
                .toList());
  }

  private SchemaProblem unknownKey(Entry entry, Mapping mapping, Place holder, List<String> known) {
    var free = known.stream().filter(key -> places.entry(mapping, key).isEmpty()).toList();
    var nearest = Nearest.to(entry.name(), free);
    String subject = entry.key() instanceof Scalar ? Words.quoted(entry.name()) : "This";
    String advice =
        nearest
            .map(key -> "Did you mean %s?".formatted(Words.quoted(key)))
            .orElseGet(() -> advice(known));
    String message = "%s isn't a key of %s. %s".formatted(subject, holder.name(), advice);
    return new UnknownKey(mapping, entry, entry.key().range(), message, nearest);
  }

  private static String advice(List<String> known) {
    if (known.isEmpty() || known.size() > FEW_KEYS) {
      return "Correct it, or remove it.";
    }
    var names = known.stream().map(Words::quoted).toList();
    return "It takes %s.".formatted(Words.list(names, "and"));
  }

  private Optional<SchemaProblem> missingKey(String key, Place holder) {
    if (!(holder.node() instanceof Mapping mapping) || isPartlyUnreadable(mapping)) {
      return Optional.empty();
    }
    String message =
        Words.capitalized("%s needs %s: add it.".formatted(holder.name(), Words.quoted(key)));
    return Optional.of(new MissingKey(mapping, key, holder.key().orElse(holder.range()), message));
  }

  /** What can't be read may be the very key that seems to be missing. */
  private static boolean isPartlyUnreadable(Mapping mapping) {
    return mapping.entries().stream()
        .anyMatch(e -> e.key() instanceof Unreadable || e.value() instanceof Unreadable);
  }

  private Optional<SchemaProblem> invalidValue(Error error, Place place) {
    if (!(place.node() instanceof Scalar scalar)) {
      return Optional.empty();
    }
    var allowed =
        error
            .getSchemaNode()
            .valueStream()
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .toList();
    String message =
        "%s is %s; allowed are %s."
            .formatted(place.name(), Words.quoted(scalar.text()), Words.list(allowed, "and"));
    return Optional.of(
        new InvalidValue(
            scalar,
            place.range(),
            allowed,
            Words.capitalized(message),
            Nearest.to(scalar.text(), allowed)));
  }

  private Optional<SchemaProblem> staleKey(String newKey, Place place) {
    return place
        .held()
        .map(
            held -> {
              boolean both = places.entry(held.in(), newKey).isPresent();
              String message =
                  both
                      ? "%s is called %s today, which is here as well: remove the old one."
                      : "%s is called %s today: rename it.";
              return new StaleKey(
                  held.in(),
                  held.entry(),
                  newKey,
                  held.entry().key().range(),
                  message.formatted(place.name(), Words.quoted(newKey)));
            });
  }
}
