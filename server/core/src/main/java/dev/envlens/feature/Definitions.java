package dev.envlens.feature;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.dockerfile.Declaration;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.SourceText;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the thing under the cursor is defined: the file that a path means, the environment that a
 * reference names, the anchor of an alias, the stage or variable of a Dockerfile.
 */
public final class Definitions {

  private final Page page;
  private final int offset;

  private Definitions(Page page, int offset) {
    this.page = page;
    this.offset = offset;
  }

  /** The targets at {@code offset}; files that aren't there are none. */
  public static List<Target> at(
      Page page, int offset, Surroundings surroundings, KnownEnvironments known) {
    var definitions = new Definitions(page, offset);
    var files =
        Links.of(page, surroundings).stream()
            .filter(link -> link.range().touches(offset))
            .map(link -> new Target(link.range(), new Place(link.target(), TextRange.at(0))));
    return Stream.concat(files, definitions.inside(known)).distinct().toList();
  }

  private Stream<Target> inside(KnownEnvironments known) {
    if (page instanceof Page.Yaml yaml) {
      return Stream.concat(named(yaml.contents(), known), anchor(yaml.contents()).stream());
    }
    return page instanceof Page.Docker docker
        ? docker(docker.source().dockerfile())
        : Stream.empty();
  }

  private Stream<Target> named(Contents contents, KnownEnvironments known) {
    return contents.uses().stream()
        .filter(Reference.class::isInstance)
        .map(Reference.class::cast)
        .filter(reference -> reference.text().range().touches(offset))
        .filter(reference -> reference.target() instanceof ReferenceTarget.Named)
        .flatMap(
            reference ->
                known.meantBy((ReferenceTarget.Named) reference.target()).stream()
                    .map(one -> new Target(reference.text().contentRange(), one.place())));
  }

  private Optional<Target> anchor(Contents contents) {
    return TreePath.at(contents.source().yaml(), offset)
        .innermost()
        .flatMap(
            step ->
                step instanceof TreePath.Key key
                    ? anchor(key.entry().valueRange(), key.entry().value().range())
                    : anchor(
                        ((TreePath.Index) step).item().range(),
                        ((TreePath.Index) step).item().value().range()));
  }

  private Optional<Target> anchor(TextRange written, TextRange value) {
    boolean alias = written.touches(offset) && page.text().startsWith("*", written.start());
    return alias && !written.contains(value)
        ? Optional.of(new Target(written, new Place(page.uri(), value)))
        : Optional.empty();
  }

  private Stream<Target> docker(Dockerfile dockerfile) {
    var stages =
        dockerfile.stageUses().stream()
            .filter(use -> use.range().touches(offset))
            .map(
                use -> {
                  var stage = dockerfile.stages().get(use.stage());
                  return target(
                      use.range(), stage.name().map(SourceText::range).orElse(stage.imageRange()));
                });
    var variables =
        dockerfile.variableAt(offset).stream()
            .flatMap(
                use ->
                    declared(dockerfile, use.range())
                        .map(dockerfile::takenOverBy)
                        .orElseGet(() -> dockerfile.declarationOf(use))
                        .stream()
                        .map(declaration -> target(use.range(), declaration.name().range())));
    return Stream.concat(stages, variables);
  }

  /** The declaration whose name stands at {@code range}. */
  private static Optional<Declaration> declared(Dockerfile dockerfile, TextRange range) {
    return dockerfile.declarations().stream()
        .filter(declaration -> declaration.name().range().equals(range))
        .findFirst();
  }

  private Target target(TextRange origin, TextRange range) {
    return new Target(origin, new Place(page.uri(), range));
  }
}
