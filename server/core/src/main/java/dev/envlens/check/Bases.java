package dev.envlens.check;

import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.image.BaseImages;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a definition's image starts from: the keys for it, in either form of definition. */
final class Bases {

  private Bases() {}

  /** The entries that give an image, a Dockerfile or a build context, in the order of the text. */
  static List<Entry> given(Definition definition) {
    return holder(definition).effective().stream()
        .filter(entry -> keys(definition).contains(entry.name()))
        .filter(entry -> !isBlank(entry))
        .toList();
  }

  /**
   * Whether a definition that could be read in full says nothing of where it starts. A key without
   * a value is left to the schema, as is a misspelt one; of v1's keys, which may be null, one has
   * to have a value.
   */
  static boolean isMissing(Definition definition) {
    if (!definition.source().yaml().isIntact()) {
      return false;
    }
    var holder = holder(definition);
    if (definition.form() == Form.V1) {
      // Without the key, SDK v1 has an image of its own to start from.
      return given(definition).isEmpty()
          && holder.has("baseImage")
          && !isMisspelt(definition, holder);
    }
    return keys(definition).stream().noneMatch(holder::has) && !isMisspelt(definition, holder);
  }

  private static boolean isMisspelt(Definition definition, Mapping holder) {
    var path = isInSection(definition) ? List.of("docker") : List.<String>of();
    return keys(definition).stream()
        .anyMatch(key -> Misspelt.stands(Subject.of(definition), path, holder, key));
  }

  /** The entry that holds or names the conda definition. */
  static Optional<Entry> condaFile(Definition definition) {
    return definition.form() == Form.V1
        ? definition.effectiveConda().map(Conda::entry)
        : definition.entry("conda_file");
  }

  static boolean isContext(Entry entry) {
    return entry.name().equals("build") || entry.name().equals("buildContext");
  }

  /** The mapping that the entries stand in. */
  static Mapping holder(Definition definition) {
    return isInSection(definition)
        ? definition.node().mapping("docker").orElseThrow()
        : definition.node();
  }

  private static boolean isInSection(Definition definition) {
    return definition.form() == Form.V1 && definition.node().mapping("docker").isPresent();
  }

  /** Fixes that insert the image to start from when nothing else is known. */
  static List<Fix> insertImage(Definition definition) {
    String image = BaseImages.shipped().usual().image();
    return Fix.ifAny(
        "Start from '%s'".formatted(image), definition.source().uri(), edits(definition, image));
  }

  private static List<TextEdit> edits(Definition definition, String image) {
    var edits = new YamlEdits(definition.source().yaml());
    var value = new NewValue.Text(image);
    if (definition.form() == Form.V1) {
      var holder = holder(definition);
      return holder
          .entry("baseImage")
          .map(entry -> edits.setValue(holder, entry, value))
          .orElse(List.of());
    }
    return condaFile(definition)
        .map(conda -> edits.insertBefore(definition.node(), conda, "image", value))
        .orElseGet(() -> Heads.insert(definition, "image", value));
  }

  private static List<String> keys(Definition definition) {
    return definition.form() == Form.V1
        ? List.of("baseImage", "baseDockerfile", "buildContext")
        : List.of("image", "build");
  }

  private static boolean isBlank(Entry entry) {
    return (entry.value() instanceof Scalar scalar && (scalar.isNull() || scalar.text().isBlank()))
        || (entry.value() instanceof Mapping mapping
            && entry.name().equals("buildContext")
            && Stream.of("location", "dockerfilePath")
                .allMatch(key -> mapping.scalar(key).isEmpty()));
  }
}
