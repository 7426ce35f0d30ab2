package dev.envlens.refactor;

import dev.envlens.check.Change;
import dev.envlens.check.Fix;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves an inline conda definition to a file beside, which {@code conda_file} then names. */
final class ExtractedConda {

  private ExtractedConda() {}

  static Optional<Refactoring> of(Definition definition, Entry entry, FreeNames names) {
    if (definition.form() == Form.V1) {
      return Optional.empty();
    }
    var source = definition.source();
    return Extraction.of(source.yaml(), entry)
        .flatMap(
            part ->
                names
                    .yaml("conda")
                    .map(
                        free ->
                            new Refactoring(
                                Refactoring.Kind.EXTRACT,
                                new Fix(
                                    "Move the conda definition to '%s'".formatted(free.name()),
                                    changes(
                                        source.uri(),
                                        free.uri(),
                                        part.text(),
                                        part.replacedBy(free.name())),
                                    false))));
  }

  /** Makes one file and edits another. */
  static List<Change> changes(URI edited, URI made, String text, List<TextEdit> edits) {
    var changes = new ArrayList<Change>();
    changes.add(new Change.Create(made, text));
    edits.forEach(edit -> changes.add(new Change.Edit(edited, edit)));
    return changes;
  }
}
