package dev.envlens.schema;

import dev.envlens.yaml.JsonTree;
import tools.jackson.databind.JsonNode;

/** Writes a value of a schema as a person would in YAML. */
final class YamlText {

  /** What means something to YAML at the start of an unquoted text. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`";

  private YamlText() {}

  /** A scalar in one line; a mapping or list in block style, without a line end at the end. */
  static String of(JsonNode json) {
    var result = new StringBuilder();
    write(json, 0, result);
    return result.toString().stripTrailing();
  }

  private static void write(JsonNode json, int indent, StringBuilder result) {
    if (json.isEmpty() || !json.isContainer()) {
      result.append(scalar(json)).append('\n');
      return;
    }
    boolean first = true;
    if (json.isArray()) {
      for (var item : json) {
        result.append(" ".repeat(first ? 0 : indent)).append("- ");
        write(item, indent + 2, result);
        first = false;
      }
      return;
    }
    for (var entry : json.properties()) {
      result.append(" ".repeat(first ? 0 : indent)).append(text(entry.getKey())).append(':');
      var value = entry.getValue();
      if (value.isContainer() && !value.isEmpty()) {
        result.append('\n').append(" ".repeat(indent + 2));
      } else {
        result.append(' ');
      }
      write(value, indent + 2, result);
      first = false;
    }
  }

  private static String scalar(JsonNode json) {
    if (json.isContainer()) {
      return json.isArray() ? "[]" : "{}";
    }
    return json.isString() ? text(json.stringValue()) : json.asString("null");
  }

  private static String text(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    return JsonTree.typed(text).isString()
        && INDICATORS.indexOf(text.charAt(0)) < 0
        && text.strip().equals(text)
        && text.chars().noneMatch(c -> c < ' ')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.endsWith(":");
  }

  private static String quoted(String text) {
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return '"' + escaped + '"';
  }
}
