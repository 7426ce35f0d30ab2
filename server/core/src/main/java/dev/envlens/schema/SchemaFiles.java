package dev.envlens.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The schemas as they are in their files. Each is read once, when first asked for.
 *
 * <p>Jackson's parser alone reads them: its mapper takes over 100 ms to load in a fresh JVM, and
 * nothing else needs it then.
 */
final class SchemaFiles {

  /** What the schemas' ids begin with; a name, nothing is there. */
  static final String BASE = "https://envlens.dev/schemas/";

  private static final String FOLDER = "/dev/envlens/schemas/";

  private static final Map<Format, Lazy<JsonNode>> FILES = files();

  private SchemaFiles() {}

  private static Map<Format, Lazy<JsonNode>> files() {
    var files = new EnumMap<Format, Lazy<JsonNode>>(Format.class);
    for (var format : Format.values()) {
      files.put(format, new Lazy<>(() -> parse(text(format))));
    }
    return files;
  }

  static JsonNode json(Format format) {
    return FILES.get(format).get();
  }

  private static String text(Format format) {
    try (var stream = SchemaFiles.class.getResourceAsStream(FOLDER + format.file())) {
      if (stream == null) {
        throw new IllegalStateException("the schema %s isn't packaged".formatted(format.file()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(String text) {
    try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static JsonNode value(JsonParser parser) {
    var nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var object = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
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
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      default -> nodes.numberNode(parser.getLongValue());
    };
  }
}
