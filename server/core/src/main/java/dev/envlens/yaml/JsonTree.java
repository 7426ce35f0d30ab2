package dev.envlens.yaml;

import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A tree as JSON, for what reads values without their places.
 *
 * <p>Aliases and merge keys are resolved, the last of two equal keys counts, and a key that is no
 * scalar has the empty name. What can't be read is null.
 *
 * @param root the value
 * @param intact whether everything in it could be read: no {@link Unreadable} stands for null
 */
public record JsonTree(JsonNode root, boolean intact) {

  /** A longer row of digits is nobody's number, and slow to convert: it stays text. */
  private static final int MAX_DIGITS = 1_000;

  /** What a scalar becomes. */
  public enum Mode {
    /** Text, or null: as in the Azure ML SDK and command line. */
    TEXT,
    /** As in JSON and YAML's core schema: unquoted, a number, a flag or null; else text. */
    TYPED
  }

  /** The value of {@code node}. Takes time in proportion to what aliases and merges expand to. */
  public static JsonTree of(Node node, Mode mode) {
    var builder = new Builder(mode);
    var root = builder.json(node);
    return new JsonTree(root, builder.intact);
  }

  /** What an unquoted {@code text} means by YAML 1.2's core schema. */
  public static JsonNode typed(String text) {
    var nodes = JsonNodeFactory.instance;
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> nodes.nullNode();
      case "true", "True", "TRUE" -> nodes.booleanNode(true);
      case "false", "False", "FALSE" -> nodes.booleanNode(false);
      case ".nan", ".NaN", ".NAN" -> nodes.numberNode(Double.NaN);
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" ->
          nodes.numberNode(Double.POSITIVE_INFINITY);
      case "-.inf", "-.Inf", "-.INF" -> nodes.numberNode(Double.NEGATIVE_INFINITY);
      default -> text.length() > MAX_DIGITS ? nodes.stringNode(text) : numberOrText(text);
    };
  }

  private static JsonNode numberOrText(String text) {
    if (text.startsWith("0x") && isDigits(text, 2, text.length(), 16)) {
      return integer(text.substring(2), 16);
    }
    if (text.startsWith("0o") && isDigits(text, 2, text.length(), 8)) {
      return integer(text.substring(2), 8);
    }
    int start = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    if (isDigits(text, start, text.length(), 10)) {
      return integer(text, 10);
    }
    return isFloat(text, start)
        ? JsonNodeFactory.instance.numberNode(Double.parseDouble(text))
        : JsonNodeFactory.instance.stringNode(text);
  }

  private static JsonNode integer(String digits, int radix) {
    var value = new BigInteger(digits, radix);
    return value.bitLength() < Long.SIZE
        ? JsonNodeFactory.instance.numberNode(value.longValue())
        : JsonNodeFactory.instance.numberNode(value);
  }

  private static boolean isDigits(String text, int start, int end, int radix) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), radix) < 0) {
        return false;
      }
    }
    return start < end;
  }

  /** {@code 1.5}, {@code 1.}, {@code .5}, {@code 1e3} and the like, behind the sign. */
  private static boolean isFloat(String text, int start) {
    int whole = digitsEnd(text, start);
    int fraction = whole;
    if (whole < text.length() && text.charAt(whole) == '.') {
      fraction = digitsEnd(text, whole + 1);
      if (whole == start && fraction == whole + 1) {
        return false;
      }
    } else if (whole == start) {
      return false;
    }
    if (fraction == text.length()) {
      return true;
    }
    if (text.charAt(fraction) != 'e' && text.charAt(fraction) != 'E') {
      return false;
    }
    int exponent = fraction + 1;
    if (exponent < text.length()
        && (text.charAt(exponent) == '+' || text.charAt(exponent) == '-')) {
      exponent++;
    }
    return isDigits(text, exponent, text.length(), 10);
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static final class Builder {

    private final Mode mode;
    private boolean intact = true;

    Builder(Mode mode) {
      this.mode = mode;
    }

    JsonNode json(Node node) {
      if (node instanceof Scalar scalar) {
        return scalar(scalar);
      }
      if (node instanceof Sequence sequence) {
        var array = JsonNodeFactory.instance.arrayNode(sequence.items().size());
        sequence.items().forEach(item -> array.add(json(item.value())));
        return array;
      }
      if (node instanceof Mapping mapping) {
        var object = JsonNodeFactory.instance.objectNode();
        mapping.effective().forEach(entry -> object.set(entry.name(), json(entry.value())));
        return object;
      }
      intact = false;
      return JsonNodeFactory.instance.nullNode();
    }

    private JsonNode scalar(Scalar scalar) {
      if (scalar.isNull()) {
        return JsonNodeFactory.instance.nullNode();
      }
      return mode == Mode.TYPED && scalar.style() == ScalarStyle.PLAIN
          ? typed(scalar.text())
          : JsonNodeFactory.instance.stringNode(scalar.text());
    }
  }
}
