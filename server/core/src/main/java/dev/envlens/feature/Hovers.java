package dev.envlens.feature;

import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Form;
import dev.envlens.definition.Reference;
import dev.envlens.link.Surroundings;
import dev.envlens.schema.Format;
import dev.envlens.schema.KeyDocs;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the thing under the cursor is. Over an environment's name, or its first key where it has
 * none: the live hash and what it is made of.
 */
public final class Hovers {

  private final Contents contents;
  private final int offset;
  private final Surroundings surroundings;
  private final Workspace workspace;
  private final Hover.Options options;

  private Hovers(
      Contents contents,
      int offset,
      Surroundings surroundings,
      Workspace workspace,
      Hover.Options options) {
    this.contents = contents;
    this.offset = offset;
    this.surroundings = surroundings;
    this.workspace = workspace;
    this.options = options;
  }

  /** The hover at {@code offset} of any document, where its content concerns envlens. */
  public static Optional<Hover> at(
      Page page,
      int offset,
      Surroundings surroundings,
      Workspace workspace,
      Hover.Options options) {
    if (page instanceof Page.Docker docker) {
      return DockerfileHovers.at(docker, offset, surroundings, workspace.curated());
    }
    if (page instanceof Page.Requirements requirements) {
      return RequirementsHovers.at(requirements, offset, surroundings);
    }
    var contents = ((Page.Yaml) page).contents();
    return contents.isOurs()
        ? new Hovers(contents, offset, surroundings, workspace, options).find()
        : Optional.empty();
  }

  /** The hover at {@code offset}; the hash is of what {@code surroundings} hold now. */
  public static Optional<Hover> at(
      Contents contents, int offset, Surroundings surroundings, Hover.Options options) {
    return new Hovers(contents, offset, surroundings, Workspace.unknown(), options).find();
  }

  private Optional<Hover> find() {
    var path = TreePath.at(contents.source().yaml(), offset);
    return SilencingHover.at(contents.source().yaml(), offset)
        .or(this::onReference)
        .or(() -> onDefinition(path))
        .or(() -> onCondaFile(path));
  }

  private Optional<Hover> onReference() {
    return contents.uses().stream()
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .filter(reference -> reference.text().range().touches(offset))
        .findFirst()
        .map(reference -> ReferenceHover.of(reference, workspace));
  }

  private Optional<Hover> onDefinition(TreePath path) {
    for (var definition : contents.definitions()) {
      var anchor =
          isOnAnchor(definition) ? Optional.of(anchor(definition)) : holder(path, definition);
      if (anchor.isPresent()) {
        return Optional.of(
            EnvironmentHover.of(definition, anchor.get(), surroundings, options, workspace));
      }
      var below = below(path, definition.node());
      if (below.isPresent()) {
        return inDefinition(definition, below.get());
      }
    }
    return Optional.empty();
  }

  /** The name with its value counts as the anchor, else the first key alone. */
  private boolean isOnAnchor(Definition definition) {
    return anchor(definition).touches(offset);
  }

  /** The key that the definition is the value of, such as {@code environment} of a job. */
  private static Optional<TextRange> holder(TreePath path, Definition definition) {
    return path.steps().stream()
        .filter(TreePath.Key.class::isInstance)
        .map(TreePath.Key.class::cast)
        .filter(key -> key.onKey() && key.entry().value() == definition.node())
        .map(key -> key.entry().key().range())
        .findFirst();
  }

  private static TextRange anchor(Definition definition) {
    return definition.entry("name").map(entry -> entry.range()).orElseGet(definition::anchor);
  }

  private Optional<Hover> inDefinition(Definition definition, List<TreePath.Step> steps) {
    var image = definition.image().filter(scalar -> scalar.range().touches(offset));
    if (image.isPresent()) {
      return Optional.of(ImageHover.of(image.get(), workspace.curated()));
    }
    var inlineConda =
        definition.parts().conda().filter(Conda.Inline.class::isInstance).flatMap(Conda::section);
    return inlineConda
        .flatMap(this::onPackage)
        .or(() -> PathHover.at(definition, offset, surroundings))
        .or(
            () ->
                onKey(
                    definition.form() == Form.V1 ? Format.ENVIRONMENT_V1 : Format.ENVIRONMENT,
                    steps));
  }

  private Optional<Hover> onCondaFile(TreePath path) {
    for (var section : contents.condaFiles()) {
      var below = below(path, section.file().node());
      if (below.isPresent()) {
        return onPackage(section).or(() -> onKey(Format.CONDA, below.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<Hover> onPackage(CondaSection section) {
    return PackageHover.at(section.file(), offset);
  }

  private Optional<Hover> onKey(Format format, List<TreePath.Step> steps) {
    var keys = new ArrayList<String>();
    for (var step : steps) {
      if (step instanceof TreePath.Key key) {
        keys.add(key.entry().name());
        if (key.onKey()) {
          return onKey(format, keys, key.entry().key().range());
        }
        if (key.entry().value() instanceof Scalar value && value.range().touches(offset)) {
          return onKey(format, keys, value.range());
        }
      } else if (step instanceof TreePath.Index index) {
        keys.add(Integer.toString(index.index()));
      }
    }
    return Optional.empty();
  }

  /** Of keys that a person makes up, as in {@code tags}, there is nothing to say. */
  private static Optional<Hover> onKey(Format format, List<String> keys, TextRange range) {
    return new KeyDocs(format)
        .at(keys)
        .filter(doc -> !doc.description().isEmpty())
        .map(doc -> KeyHover.of(doc, range));
  }

  /** The steps of {@code path} that lie within {@code node}. */
  private static Optional<List<TreePath.Step>> below(TreePath path, Mapping node) {
    for (int i = 0; i < path.steps().size(); i++) {
      if (path.steps().get(i) instanceof TreePath.Key key
          && key.mapping().range().equals(node.range())) {
        return Optional.of(path.steps().subList(i, path.steps().size()));
      }
    }
    return Optional.empty();
  }
}
