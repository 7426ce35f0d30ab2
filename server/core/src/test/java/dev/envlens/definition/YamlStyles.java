package dev.envlens.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Writes maps, lists and texts as YAML, each time in another style that means the same. */
final class YamlStyles {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9=./_-]*");
  private static final Pattern NULL = Pattern.compile("~|null|Null|NULL");

  private final Random random;
  private final String lineEnd;
  private final StringBuilder text = new StringBuilder();

  private YamlStyles(long seed) {
    this.random = new Random(seed);
    this.lineEnd = random.nextBoolean() ? "\n" : "\r\n";
  }

  static String write(Map<String, ?> root, long seed) {
    var styles = new YamlStyles(seed);
    if (styles.oneIn(4)) {
      styles.text.append("--- # a document").append(styles.lineEnd);
    }
    styles.mapping(root, 0);
    styles.noise(0);
    return styles.text.toString();
  }

  private void value(Object value, int indent) {
    if (value instanceof Map<?, ?> map && !map.isEmpty() && !oneIn(3)) {
      text.append(comment()).append(lineEnd);
      mapping(map, indent + 1 + random.nextInt(4));
    } else if (value instanceof List<?> list && !list.isEmpty() && !oneIn(3)) {
      text.append(comment()).append(lineEnd);
      // A list may stand at the indent of its key.
      sequence(list, indent + random.nextInt(5));
    } else if (value instanceof String scalar && !scalar.isEmpty() && oneIn(6)) {
      text.append(oneIn(2) ? " |-" : " >-").append(comment()).append(lineEnd);
      text.append(" ".repeat(indent + 2)).append(scalar).append(lineEnd);
    } else {
      text.append(" ".repeat(1 + random.nextInt(2))).append(flow(value));
      text.append(comment()).append(lineEnd);
    }
  }

  private void mapping(Map<?, ?> map, int indent) {
    for (Object key : shuffled(map)) {
      noise(indent);
      text.append(" ".repeat(indent)).append(key(key)).append(oneIn(5) ? " :" : ":");
      value(map.get(key), indent);
    }
  }

  private void sequence(List<?> list, int indent) {
    for (Object item : list) {
      noise(indent);
      text.append(" ".repeat(indent)).append("-");
      value(item, indent);
    }
  }

  private String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      var entries = new ArrayList<String>();
      shuffled(map).forEach(key -> entries.add(key(key) + ": " + flow(map.get(key))));
      return "{" + String.join(oneIn(2) ? ", " : " ,  ", entries) + "}";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::flow).toList().toString();
    }
    return scalar((String) value);
  }

  private String key(Object key) {
    return oneIn(4) ? "\"" + key + "\"" : (String) key;
  }

  private String scalar(String value) {
    boolean plain = PLAIN.matcher(value).matches() && !NULL.matcher(value).matches();
    if (plain && !oneIn(3)) {
      return value;
    }
    return oneIn(2)
        ? "'" + value.replace("'", "''") + "'"
        : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private void noise(int indent) {
    if (oneIn(8)) {
      text.append(lineEnd);
    }
    if (oneIn(8)) {
      text.append(" ".repeat(indent)).append("# image: other").append(lineEnd);
    }
  }

  private String comment() {
    return oneIn(6) ? "  # - numpy=0" : oneIn(6) ? "  " : "";
  }

  private List<Object> shuffled(Map<?, ?> map) {
    var keys = new ArrayList<Object>(map.keySet());
    Collections.shuffle(keys, random);
    return keys;
  }

  private boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }
}
