package dev.envlens.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads what {@link DefinitionHash#canonicalJson} has written, so that a definition whose files
 * aren't at hand can be compared with another.
 */
public final class CanonicalForm {

  private CanonicalForm() {}

  /**
   * The parts that {@code canonicalJson} stands for: hashed again, they give the same hash. Empty
   * for a text that isn't of that form.
   */
  public static Optional<HashInput> read(String canonicalJson) {
    try (var json = new JsonFactory().createParser(ObjectReadContext.empty(), canonicalJson)) {
      json.nextToken();
      return value(json) instanceof Map<?, ?> form ? Optional.of(input(form)) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** Streamed, since binding objects takes long to start: a map, a list, a boolean or a text. */
  private static Object value(JsonParser json) {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> object = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        object.put(name, value(json));
      }
      return object;
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY && json.currentToken() != null) {
        list.add(value(json));
      }
      return list;
    }
    return json.currentToken() == null ? "" : json.getString();
  }

  private static HashInput input(Map<?, ?> form) {
    return new HashInput(
        text(form, "image"),
        object(form, "docker").map(CanonicalForm::docker),
        object(form, "conda").map(CanonicalForm::conda),
        object(form, "spark").map(CanonicalForm::spark),
        text(form, "os").orElse("linux"));
  }

  private static HashInput.Docker docker(Map<?, ?> docker) {
    var url = text(docker, "url");
    if (url.isPresent()) {
      return new HashInput.RemoteContext(url.get(), text(docker, "dockerfile_path"));
    }
    return new HashInput.DigestedContext(
        text(docker, "dockerfile").orElse(""), text(docker, "context"));
  }

  private static HashInput.Conda conda(Map<?, ?> conda) {
    List<HashInput.Dependency> dependencies = new ArrayList<>();
    for (Object item : list(conda, "dependencies")) {
      if (item instanceof Map<?, ?> pip) {
        dependencies.add(new HashInput.Pip(texts(pip, "pip")));
      } else {
        dependencies.add(new HashInput.Spec(String.valueOf(item)));
      }
    }
    Map<String, String> variables = new LinkedHashMap<>();
    object(conda, "variables")
        .ifPresent(
            found ->
                found.forEach(
                    (name, value) -> variables.put(String.valueOf(name), String.valueOf(value))));
    return new HashInput.Conda(texts(conda, "channels"), dependencies, variables);
  }

  private static HashInput.Spark spark(Map<?, ?> spark) {
    return new HashInput.Spark(
        texts(spark, "repositories"),
        texts(spark, "packages"),
        text(spark, "precache").map(Boolean::parseBoolean).orElse(true));
  }

  private static Optional<String> text(Map<?, ?> object, String name) {
    return object.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Map<?, ?>> object(Map<?, ?> object, String name) {
    return object.get(name) instanceof Map<?, ?> found ? Optional.of(found) : Optional.empty();
  }

  private static List<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof List<?> found ? found : List.of();
  }

  private static List<String> texts(Map<?, ?> object, String name) {
    return list(object, name).stream().map(String::valueOf).toList();
  }
}
