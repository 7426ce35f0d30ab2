package dev.envlens.json;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

/** Reads JSON texts. */
public final class Json {

  private Json() {}

  /** The tree of {@code text}; empty when it isn't JSON, or only the beginning of it. */
  public static Optional<JsonNode> parse(String text) {
    // The streaming part alone: binding objects takes longer to load than most answers to arrive.
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      var tree = value(parser);
      return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The text at {@code pointer}, where there is one that isn't empty. */
  public static Optional<String> text(JsonNode tree, String pointer) {
    var found = tree.at(pointer);
    return found.isString() && !found.stringValue().isEmpty()
        ? Optional.of(found.stringValue())
        : Optional.empty();
  }

  private static JsonNode value(JsonParser parser) {
    var nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = nodes.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        var array = nodes.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> nodes.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      default -> MissingNode.getInstance();
    };
  }
}
