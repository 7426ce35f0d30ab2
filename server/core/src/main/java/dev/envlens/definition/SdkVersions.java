package dev.envlens.definition;

import dev.envlens.link.ContextState;
import dev.envlens.link.Surroundings;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The SDK's anonymous version of definitions as they stand. */
public final class SdkVersions {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SdkVersions() {}

  /**
   * The version under which the SDK would register {@code definition} if it had no name; nothing
   * for v1, or when a part of it can't be read.
   */
  public static Optional<SdkVersion> of(Definition definition, Surroundings surroundings) {
    if (definition.form() == Form.V1
        || !definition.source().yaml().isIntact()
        || PartShapes.fault(definition).isPresent()) {
      return Optional.empty();
    }
    var image = definition.image();
    var context = definition.context();
    if (image.isPresent() == context.isPresent()) {
      return Optional.empty();
    }
    return image.isPresent()
        ? ofImage(definition, image.get().text())
        : ofContext(context.get(), surroundings);
  }

  private static Optional<SdkVersion> ofImage(Definition definition, String image) {
    var conda = definition.parts().conda();
    var section = conda.flatMap(Conda::section);
    boolean read = section.filter(found -> found.source().yaml().isIntact()).isPresent();
    if (conda.isPresent() && !read) {
      return Optional.empty();
    }
    return Optional.of(
        SdkVersion.ofImage(
            image,
            section.map(found -> asText(found.file().node())),
            definition.node().get("inference_config").map(SdkVersions::asText)));
  }

  private static Optional<SdkVersion> ofContext(BuildContext context, Surroundings surroundings) {
    if (context.location() instanceof ContextLocation.Folder folder
        && surroundings.context(folder.uri()) instanceof ContextState.Files files) {
      return files
          .uploadHash()
          .hex()
          .map(hash -> SdkVersion.ofContext(hash, context.dockerfilePath().map(Scalar::text)));
    }
    return Optional.empty();
  }

  /**
   * A tree as the SDK reads it: every scalar as its text, {@code null} and {@code ~} too, merge
   * keys as keys, and what an alias repeats as one and the same object, which PyYAML's dump shows.
   */
  private static JsonNode asText(Node node) {
    return asText(node, new IdentityHashMap<>());
  }

  private static JsonNode asText(Node node, Map<Node, JsonNode> known) {
    var before = known.get(node);
    if (before != null) {
      return before;
    }
    JsonNode result;
    if (node instanceof Mapping mapping) {
      var object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), asText(entry.value(), known)));
      result = object;
    } else if (node instanceof Sequence sequence) {
      var array = JSON.arrayNode();
      sequence.items().forEach(item -> array.add(asText(item.value(), known)));
      result = array;
    } else {
      result = JSON.stringNode(node instanceof Scalar scalar ? scalar.text() : "");
    }
    known.put(node, result);
    return result;
  }
}
