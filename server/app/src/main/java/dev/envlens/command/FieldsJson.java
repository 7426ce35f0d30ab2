package dev.envlens.command;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;

/** What core describes as texts, numbers, flags, null, lists and maps, as the protocol's JSON. */
public final class FieldsJson {

  private FieldsJson() {}

  /** An object with {@code fields}, in their order. */
  public static JsonObject of(Map<String, ?> fields) {
    var json = new JsonObject();
    fields.forEach((name, value) -> json.add(name, value(value)));
    return json;
  }

  private static JsonElement value(Object value) {
    if (value instanceof Map<?, ?> fields) {
      var json = new JsonObject();
      fields.forEach((name, inner) -> json.add(String.valueOf(name), value(inner)));
      return json;
    }
    if (value instanceof Collection<?> list) {
      var json = new JsonArray();
      list.forEach(inner -> json.add(value(inner)));
      return json;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    return value == null ? JsonNull.INSTANCE : new JsonPrimitive((String) value);
  }
}
