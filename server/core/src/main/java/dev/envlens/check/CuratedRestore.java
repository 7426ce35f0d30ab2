package dev.envlens.check;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedBaseline;
import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fixes of a definition that is no longer the curated one that it was made from. */
final class CuratedRestore {

  private CuratedRestore() {}

  /** Writes the curated Dockerfile again, where all of it is known. */
  static List<Fix> dockerfile(Definition definition, CuratedBaseline baseline) {
    return baseline.dockerfile().flatMap(text -> dockerfile(definition, text)).stream().toList();
  }

  private static Optional<Fix> dockerfile(Definition definition, String text) {
    return definition
        .dockerfile()
        .map(
            source ->
                Fix.edit(
                        "Restore the curated definition",
                        source.uri(),
                        TextEdit.replace(
                            new TextRange(0, source.text().length()),
                            text.replace("\n", lineEnd(source))))
                    .movingHash(true));
  }

  private static String lineEnd(DockerfileSource source) {
    return source.text().contains("\r\n") ? "\r\n" : "\n";
  }

  /** Forgets the origin, and takes another name where the name is the curated environment's. */
  static List<Fix> keep(Definition definition, Origin.Written origin, Catalogue catalogue) {
    var edits = new YamlEdits(definition.source().yaml());
    var properties = definition.entry("properties");
    boolean alone = origin.properties().entries().size() == 1;
    var deleted =
        alone && properties.isPresent()
            ? edits.delete(definition.node(), properties.get())
            : origin
                .properties()
                .entry(Origin.KEY)
                .map(entry -> edits.delete(origin.properties(), entry))
                .orElse(List.of());
    if (deleted.isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<>(deleted);
    var name = definition.name().filter(it -> catalogue.findByAnyName(it.text()).isPresent());
    var other = name.flatMap(it -> EnvironmentName.slug(it.text() + "-custom"));
    if (name.isPresent() && other.isPresent()) {
      all.add(edits.replace(name.get(), other.get()));
    }
    String title =
        other
            .map("Rename to '%s' and keep the changes"::formatted)
            .orElse("Keep the changes as an environment of your own");
    return Fix.ifAny(title, definition.source().uri(), all);
  }
}
