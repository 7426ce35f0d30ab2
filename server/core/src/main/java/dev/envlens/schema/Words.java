package dev.envlens.schema;

import dev.envlens.yaml.JsonTree;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How types and values are called in a message. */
final class Words {

  private static final int MAX_LENGTH = 40;

  private Words() {}

  /** The types of JSON Schema in words, without null: {@code text or a number}. */
  static String expected(List<String> types) {
    return list(
        types.stream().filter(type -> !type.equals("null")).map(Words::expected).toList(), "or");
  }

  private static String expected(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "keys and values";
      default -> type;
    };
  }

  /**
   * What {@code node} holds. The value itself is only told where a number or flag was expected:
   * elsewhere it may be long, or a secret.
   */
  static String found(Node node, JsonTree.Mode mode, List<String> types) {
    if (node instanceof Mapping) {
      return "keys and values";
    }
    if (node instanceof Sequence) {
      return "a list";
    }
    if (!(node instanceof Scalar scalar) || scalar.isNull()) {
      return "nothing";
    }
    if (mode == JsonTree.Mode.TYPED && scalar.style() == ScalarStyle.PLAIN) {
      var value = JsonTree.typed(scalar.text());
      if (!value.isString()) {
        return value.isNumber() ? "a number" : scalar.text();
      }
    }
    boolean wantsText = types.contains("string");
    boolean wantsOther = types.stream().anyMatch(Words::isNumberOrFlag);
    return wantsOther && !wantsText ? '"' + shortened(scalar.text()) + '"' : "text";
  }

  private static boolean isNumberOrFlag(String type) {
    return type.equals("integer") || type.equals("number") || type.equals("boolean");
  }

  /** Whether {@code value} is of one of {@code types}. */
  static boolean fits(JsonNode value, List<String> types) {
    return (value.isIntegralNumber() && types.contains("integer"))
        || (value.isNumber() && types.contains("number"))
        || (value.isBoolean() && types.contains("boolean"));
  }

  static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  private static String shortened(String text) {
    if (text.length() <= MAX_LENGTH) {
      return oneLine(text);
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
    return oneLine(text.substring(0, end)) + "…";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  static String capitalized(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** {@code a, b and c}. */
  static String list(List<String> words, String conjunction) {
    int last = words.size() - 1;
    return last <= 0
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " " + conjunction + " " + words.get(last);
  }
}
