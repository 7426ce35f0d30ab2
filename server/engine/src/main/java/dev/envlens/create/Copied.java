package dev.envlens.create;

import dev.envlens.check.YamlEdits;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Source;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextEdit;
import dev.envlens.workspace.DefinitionFolder;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Environments that are what another one is, under a name of their own. */
final class Copied {

  private Copied() {}

  /**
   * Writes {@code definition} with what belongs to it.
   *
   * @param files those that it refers to
   * @return its own file, then the others
   */
  static List<Path> write(String name, Definition definition, Surroundings files, Path target) {
    var made =
        DefinitionFolder.of(
            withoutVersion(definition, files),
            files,
            new DefinitionFolder.Naming(name, Optional.empty()));
    return new NewFiles(target).write(made);
  }

  /** A version belongs to the name that it was given under. */
  private static Definition withoutVersion(Definition definition, Surroundings files) {
    var yaml = definition.source().yaml();
    var entry = definition.entry("version");
    boolean whole = definition.form() == Form.FILE && yaml.documents().size() == 1;
    if (entry.isEmpty() || !whole) {
      return definition;
    }
    List<TextEdit> edits = new YamlEdits(yaml).delete(definition.node(), entry.get());
    var source =
        new Source(definition.source().uri(), Yaml.parse(TextEdit.apply(yaml.text(), edits)));
    boolean intact =
        source.yaml().documents().stream().findFirst().flatMap(Document::mapping).isPresent();
    return intact
        ? Contents.of(source, files).definitions().stream().findFirst().orElse(definition)
        : definition;
  }
}
