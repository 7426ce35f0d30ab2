package dev.envlens.refactor;

import dev.envlens.check.Fix;
import dev.envlens.check.YamlEdits;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Form;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.definition.Source;
import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * Names the registered environment that has the hash of the one in a job, component or deployment:
 * of one that is written out there, or of the file that is named there.
 */
record RegisteredUse(Contents contents, Surroundings surroundings, Registered registered) {

  List<Refactoring> of(TextRange selection) {
    var selected = new Selected(contents.source().yaml(), selection);
    return contents.uses().stream()
        .filter(use -> selection.intersects(range(use)))
        .flatMap(use -> of(use, selected).stream())
        .toList();
  }

  private static TextRange range(EnvironmentUse use) {
    return use instanceof Definition definition
        ? ExtractedEnvironment.entry(definition)
            .map(entry -> entry.range())
            .orElse(definition.node().range())
        : ((Reference) use).text().range();
  }

  private Optional<Refactoring> of(EnvironmentUse use, Selected selected) {
    if (use instanceof Definition definition && definition.form() == Form.INLINE) {
      var part =
          ExtractedEnvironment.entry(definition)
              .filter(entry -> entry.value() == definition.node() && selected.means(entry))
              .flatMap(entry -> Extraction.of(contents.source().yaml(), entry));
      return part.flatMap(
          found ->
              version(definition)
                  .map(version -> refactoring(version, found.replacedBy(reference(version)))));
    }
    if (use instanceof Reference reference
        && reference.target() instanceof ReferenceTarget.InFile inFile) {
      return inFile
          .file()
          .flatMap(
              file ->
                  surroundings.file(file) instanceof FileState.Text text
                      ? Optional.of(
                          Contents.of(new Source(file, Yaml.parse(text.text())), surroundings))
                      : Optional.empty())
          .map(Contents::definitions)
          .filter(definitions -> definitions.size() == 1)
          .flatMap(definitions -> version(definitions.get(0)))
          .map(
              version ->
                  refactoring(
                      version,
                      List.of(
                          new YamlEdits(contents.source().yaml())
                              .replace(reference.text(), reference(version)))));
    }
    return Optional.empty();
  }

  /** The newest version with the hash of {@code definition} that isn't put away. */
  private Optional<RegisteredVersion> version(Definition definition) {
    return Hashing.of(definition, surroundings) instanceof Hashing.Known known
        ? registered.sharing(known.hash().hex()).stream()
            .filter(version -> !version.archived())
            .findFirst()
        : Optional.empty();
  }

  private static String reference(RegisteredVersion version) {
    return "azureml:%s:%s".formatted(version.name(), version.version());
  }

  private Refactoring refactoring(RegisteredVersion version, List<TextEdit> edits) {
    String title = "Use registered %s:%s".formatted(version.name(), version.version());
    return new Refactoring(
        Refactoring.Kind.REWRITE, Fix.edit(title, contents.source().uri(), edits));
  }
}
