package dev.envlens.refactor;

import dev.envlens.check.EnvironmentName;
import dev.envlens.check.Fix;
import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Pointers;
import java.util.Optional;

/**
 * Moves the environment that is written out in a job, component or deployment to a file beside,
 * which {@code environment: file:…} then names. Paths in it stay right, since it stays in its
 * folder.
 */
final class ExtractedEnvironment {

  /** What marks a file as an environment. */
  static final String SCHEMA =
      "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json";

  private ExtractedEnvironment() {}

  static Optional<Refactoring> of(Definition definition, Selected selected, FreeNames names) {
    // What a pipeline fills in is filled in in its own file alone.
    if (definition.form() != Form.INLINE
        || definition.node().range().of(definition.source().yaml().text()).contains("${{")) {
      return Optional.empty();
    }
    var source = definition.source();
    var part =
        entry(definition)
            .filter(entry -> entry.value() == definition.node() && selected.means(entry))
            .flatMap(entry -> Extraction.of(source.yaml(), entry));
    var name =
        definition.node().has("name")
            ? Optional.of("")
            : EnvironmentName.of(source.uri())
                .map(text -> "name: " + NewValue.scalar(text, NewValue.Style.BLOCK));
    if (part.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    String lineEnd = new YamlEdits(source.yaml()).lineEnd();
    String head =
        (definition.node().has("$schema") ? "" : SCHEMA + lineEnd)
            + (name.get().isEmpty() ? "" : name.get() + lineEnd);
    return names
        .yaml("environment")
        .map(
            free ->
                new Refactoring(
                    Refactoring.Kind.EXTRACT,
                    new Fix(
                        "Move the environment to '%s'".formatted(free.name()),
                        ExtractedConda.changes(
                            source.uri(),
                            free.uri(),
                            head + part.get().text(),
                            part.get().replacedBy("file:./" + free.name())),
                        false)));
  }

  static Optional<Entry> entry(Definition definition) {
    String pointer = definition.pointer();
    int slash = pointer.lastIndexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    var yaml = definition.source().yaml();
    return Meaning.document(yaml, definition.node())
        .flatMap(document -> yaml.documents().get(document).root())
        .flatMap(root -> Pointers.find(root, pointer.substring(0, slash)))
        .flatMap(ExtractedEnvironment::environment);
  }

  private static Optional<Entry> environment(Node holder) {
    return holder instanceof Mapping mapping ? mapping.entry("environment") : Optional.empty();
  }
}
