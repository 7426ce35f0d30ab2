package dev.envlens.workspace;

import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Source;
import dev.envlens.link.Surroundings;
import dev.envlens.refactor.OwnFile;
import dev.envlens.text.TextEdit;
import dev.envlens.workspace.DefinitionFolder.Naming;
import dev.envlens.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/**
 * A definition as the text of a file that holds nothing else.
 *
 * @param definition read from that text, in the place where it came from
 * @param asWritten whether the text is that of the file which it came from
 */
record OwnText(Definition definition, boolean asWritten) {

  String text() {
    return definition.source().yaml().text();
  }

  static OwnText of(Definition definition, Surroundings surroundings, Naming naming) {
    boolean alone =
        definition.pointer().isEmpty() && definition.source().yaml().documents().size() == 1;
    String text =
        alone
            ? definition.source().yaml().text()
            : OwnFile.of(definition).orElseThrow(() -> DefinitionFolder.cantMove(definition));
    var own = read(text, definition, surroundings);
    var edits = naming(own, naming);
    return edits.isEmpty()
        ? new OwnText(own, alone)
        : new OwnText(read(TextEdit.apply(text, edits), definition, surroundings), alone);
  }

  /** The same with other paths. */
  OwnText edited(List<TextEdit> edits, Surroundings surroundings) {
    return edits.isEmpty()
        ? this
        : new OwnText(read(TextEdit.apply(text(), edits), definition, surroundings), false);
  }

  private static Definition read(String text, Definition origin, Surroundings surroundings) {
    var found =
        Contents.of(new Source(origin.source().uri(), Yaml.parse(text)), surroundings)
            .definitions();
    if (found.size() != 1) {
      throw DefinitionFolder.cantMove(origin);
    }
    return found.get(0);
  }

  /** Makes it say the name and the version that it is registered under. */
  private static List<TextEdit> naming(Definition own, Naming naming) {
    var edits = new ArrayList<TextEdit>();
    edits.addAll(set(own, "name", naming.name()));
    naming.version().ifPresent(version -> edits.addAll(set(own, "version", version)));
    return edits;
  }

  private static List<TextEdit> set(Definition own, String key, String text) {
    var yaml = new YamlEdits(own.source().yaml());
    var there = own.node().scalar(key);
    if (there.isPresent()) {
      return there.get().text().equals(text) ? List.of() : List.of(yaml.replace(there.get(), text));
    }
    var value = new NewValue.Text(text);
    return own.entry(key)
        .map(entry -> yaml.setValue(own.node(), entry, value))
        .orElseGet(() -> yaml.insertFirst(own.node(), key, value));
  }
}
