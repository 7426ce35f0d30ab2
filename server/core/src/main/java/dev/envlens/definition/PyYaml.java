package dev.envlens.definition;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The text that PyYAML's {@code yaml.dump(value, sort_keys=True)} gives, byte for byte: block
 * style, keys by code point, lists at their parent's indent, lines folded beyond column 80, ASCII
 * only. The SDK hashes this text (see {@link SdkVersion}), so nothing about it is ours to choose.
 */
public final class PyYaml {

  /** PyYAML counts the {@code !!str} that it doesn't write, too: 128 less 5. */
  private static final int LONGEST_SIMPLE_KEY = 122;

  private final YamlLines lines = new YamlLines();
  private final IdentityHashMap<JsonNode, String> anchors;
  private final Set<String> anchorsWritten = new HashSet<>();

  private PyYaml(IdentityHashMap<JsonNode, String> anchors) {
    this.anchors = anchors;
  }

  /**
   * The dump of {@code value}: maps, lists and texts. Any other scalar counts as its text and null
   * as the empty text, for the SDK reads every scalar as text.
   *
   * <p>A list or map that was aliased in the YAML is one object in Python, and PyYAML writes it
   * once, with an anchor ({@code &id001}), and refers to it afterwards. So does this where {@code
   * value} holds the same node twice; equal nodes are not the same node.
   */
  public static String dump(JsonNode value) {
    var yaml = new PyYaml(sharedNodes(value));
    yaml.node(value, -2, false, true);
    yaml.lines.newLine();
    if (isScalar(value) && scalar(value).style() == PyYamlScalar.Style.PLAIN) {
      yaml.lines.add("...");
      yaml.lines.newLine();
    }
    return yaml.lines.toString();
  }

  private static boolean isScalar(JsonNode node) {
    return !node.isArray() && !node.isObject();
  }

  private static PyYamlScalar scalar(JsonNode node) {
    return PyYamlScalar.of(node.isNull() ? "" : node.asString(""));
  }

  /**
   * Writes one node.
   *
   * @param indent the column of the collection that holds it
   * @param inMapping whether it is a key or value
   * @param inline whether a collection's first entry may stand on the line as it is
   */
  private void node(JsonNode node, int indent, boolean inMapping, boolean inline) {
    boolean onThisLine = inline;
    String anchor = anchors.get(node);
    if (anchor != null) {
      boolean first = anchorsWritten.add(anchor);
      lines.separate();
      lines.add((first ? "&" : "*") + anchor);
      if (!first) {
        return;
      }
      onThisLine = false;
    }
    if (isScalar(node)) {
      scalar(node).writeFolded(lines, Math.max(indent, 0) + 2);
    } else if (node.isEmpty()) {
      lines.separate();
      lines.add(node.isArray() ? "[]" : "{}");
    } else if (node.isArray()) {
      sequence(node, inMapping && !onThisLine ? indent : indent + 2, onThisLine);
    } else {
      mapping(node, indent + 2, onThisLine);
    }
  }

  private void sequence(JsonNode sequence, int indent, boolean inline) {
    boolean onThisLine = inline;
    for (JsonNode item : sequence.values()) {
      startEntry(indent, onThisLine);
      lines.add('-');
      node(item, indent, false, true);
      onThisLine = false;
    }
  }

  private void mapping(JsonNode mapping, int indent, boolean inline) {
    boolean onThisLine = inline;
    for (Map.Entry<String, JsonNode> entry : sorted(mapping)) {
      startEntry(indent, onThisLine);
      PyYamlScalar key = PyYamlScalar.of(entry.getKey());
      boolean simple = isSimple(key);
      if (simple) {
        key.write(lines);
      } else {
        lines.add('?');
        key.writeFolded(lines, indent + 2);
        startEntry(indent, false);
      }
      lines.add(':');
      node(entry.getValue(), indent, true, !simple);
      onThisLine = false;
    }
  }

  private void startEntry(int indent, boolean onThisLine) {
    if (!onThisLine) {
      lines.newLine();
    }
    lines.indentTo(indent);
  }

  private static boolean isSimple(PyYamlScalar key) {
    String text = key.text();
    return !text.isEmpty()
        && !key.multiline()
        && text.codePointCount(0, text.length()) <= LONGEST_SIMPLE_KEY;
  }

  private static List<Map.Entry<String, JsonNode>> sorted(JsonNode mapping) {
    return mapping.properties().stream()
        .sorted(Map.Entry.comparingByKey(new CodePointOrder()))
        .toList();
  }

  /** The anchors of the collections met more than once, numbered by their second meeting. */
  private static IdentityHashMap<JsonNode, String> sharedNodes(JsonNode root) {
    IdentityHashMap<JsonNode, String> anchors = new IdentityHashMap<>();
    visit(root, new IdentityHashMap<>(), anchors);
    return anchors;
  }

  private static void visit(
      JsonNode node,
      IdentityHashMap<JsonNode, Boolean> met,
      IdentityHashMap<JsonNode, String> anchors) {
    if (isScalar(node)) {
      return;
    }
    if (met.put(node, true) != null) {
      anchors.computeIfAbsent(node, shared -> "id%03d".formatted(anchors.size() + 1));
      return;
    }
    if (node.isObject()) {
      sorted(node).forEach(entry -> visit(entry.getValue(), met, anchors));
    } else {
      node.values().forEach(item -> visit(item, met, anchors));
    }
  }
}
