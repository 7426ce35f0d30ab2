package dev.envlens.workspace;

import dev.envlens.check.YamlEdits;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays a definition out anew: its YAML at the top, the conda file with what it includes and the
 * build context in folders of their own, so that nothing which is added counts as part of the
 * context. The paths in the YAML follow.
 */
final class Moved {

  private static final String CONTEXT = "context";
  private static final String CONDA = "conda";

  private final OwnText text;
  private final Surroundings surroundings;
  private final Belongings belongings;

  Moved(OwnText text, Surroundings surroundings) {
    this.text = text;
    this.surroundings = surroundings;
    this.belongings = Belongings.of(text.definition(), surroundings);
  }

  Layout layout() {
    List<TextEdit> edits = new ArrayList<>();
    Map<String, FolderPart> parts = new LinkedHashMap<>();
    belongings.context().ifPresent(context -> parts.putAll(context.parts(CONTEXT + "/")));
    edits.addAll(contextEdits());
    belongings.conda().ifPresent(conda -> edits.addAll(putConda(conda, parts)));
    if (belongings.conda().isEmpty()) {
      putBeside(parts);
    }
    String definition = json() ? "environment.json" : "environment.yml";
    parts.put(definition, new FolderPart.Seen(text.edited(edits, surroundings).text(), false));
    return new Layout(
        definition,
        parts,
        belongings.context().map(context -> new Layout.Context(CONTEXT, context.entries())));
  }

  private boolean json() {
    return text.text().stripLeading().startsWith("{");
  }

  private List<TextEdit> contextEdits() {
    var written = text.definition().context();
    if (belongings.context().isEmpty() || written.isEmpty()) {
      return List.of();
    }
    List<TextEdit> edits = new ArrayList<>();
    written.flatMap(BuildContext::path).ifPresent(path -> edits.addAll(replace(path, CONTEXT)));
    String dockerfile = belongings.context().get().dockerfile();
    written
        .flatMap(BuildContext::dockerfilePath)
        .ifPresent(path -> edits.addAll(replace(path, dockerfile)));
    return edits;
  }

  private List<TextEdit> putConda(Belongings.Text conda, Map<String, FolderPart> parts) {
    List<URI> files = new ArrayList<>(List.of(conda.uri()));
    belongings.requirements().forEach(file -> files.add(file.uri()));
    URI base = CommonFolder.of(files).orElseThrow();
    String place = CONDA + "/" + Paths.relative(base, conda.uri());
    parts.put(place, new FolderPart.Seen(conda.text(), false));
    for (var file : belongings.requirements()) {
      String path = CONDA + "/" + Paths.relative(base, file.uri());
      parts.putIfAbsent(path, new FolderPart.Seen(file.text(), false));
    }
    Optional<Scalar> path =
        text.definition()
            .effectiveConda()
            .filter(Conda.Linked.class::isInstance)
            .map(linked -> ((Conda.Linked) linked).path());
    return path.map(scalar -> replace(scalar, place)).orElse(List.of());
  }

  /** What an inline conda definition includes, as far as it lies at or below the definition. */
  private void putBeside(Map<String, FolderPart> parts) {
    var folder = Paths.folder(text.definition().source().uri());
    for (var file : belongings.requirements()) {
      if (folder.isPresent() && Paths.isWithin(folder.get(), file.uri())) {
        parts.putIfAbsent(
            Paths.relative(folder.get(), file.uri()), new FolderPart.Seen(file.text(), false));
      }
    }
  }

  private List<TextEdit> replace(Scalar path, String place) {
    return path.text().equals(place)
        ? List.of()
        : List.of(new YamlEdits(text.definition().source().yaml()).replace(path, place));
  }
}
