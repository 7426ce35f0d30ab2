package dev.envlens.definition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The files beside these tests, and YAML with every scalar a text. */
final class TestData {

  private TestData() {}

  /** The project's docs folder. */
  static Path docs() {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty("envlens.root"),
            "Set the system property envlens.root to the project's folder, as Maven does."),
        "docs");
  }

  static String text(String name) {
    try (InputStream stream = TestData.class.getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String name) {
    return JsonMapper.shared().readTree(text(name));
  }

  static JsonNode yamlOfTexts(String yaml) {
    var settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    return node(new Load(settings).loadFromString(yaml));
  }

  private static JsonNode node(Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, item) -> object.set((String) key, node(item)));
      return object;
    }
    if (value instanceof Iterable<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> array.add(node(item)));
      return array;
    }
    return JsonNodeFactory.instance.stringNode((String) value);
  }
}
