package dev.envlens.check;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.Origin;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.image.ImageReference;
import dev.envlens.link.Place;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code deprecated-curated}: a curated environment that its sources mark as deprecated is used: by
 * a reference, as the image that something is built on, or as what a definition was made from.
 */
final class DeprecatedCurated extends DescribedRule {

  DeprecatedCurated() {
    super(
        "deprecated-curated",
        Severity.WARNING,
        "A curated environment that Azure Machine Learning no longer maintains.");
  }

  @Override
  public Stream<Finding> reference(Reference reference, Facts facts) {
    if (!(reference.target() instanceof ReferenceTarget.Named named)) {
      return Stream.empty();
    }
    var catalogue = facts.curated().get();
    return deprecated(catalogue.find(named)).stream()
        .map(
            environment ->
                finding(
                    reference.source().place(reference.text().contentRange()),
                    message(environment),
                    successor(environment, catalogue).stream()
                        .map(next -> replace(reference, CuratedReference.to(named, next)))
                        .toList()));
  }

  private static Fix replace(Reference reference, String text) {
    var source = reference.source();
    return Fix.edit(
        "Use '%s'".formatted(text),
        source.uri(),
        new YamlEdits(source.yaml()).replace(reference.text(), text));
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var catalogue = facts.curated().get();
    var origin =
        Origin.of(definition).stream()
            .flatMap(
                written ->
                    deprecated(catalogue.find(written.origin().name())).stream()
                        .map(
                            environment ->
                                finding(
                                    definition.place(written.text().contentRange()),
                                    message(environment))));
    var image =
        OwnImage.of(definition)
            .flatMap(
                own ->
                    own.reference()
                        .flatMap(
                            reference ->
                                image(reference, own.place(), catalogue, next -> use(own, next))));
    var from = FromImage.in(definition).flatMap(one -> image(one, catalogue));
    return Stream.of(origin, image, from).flatMap(found -> found);
  }

  @Override
  public Stream<Finding> dockerfile(DockerfileSource dockerfile, Facts facts) {
    return FromImage.in(dockerfile).flatMap(from -> image(from, facts.curated().get()));
  }

  private Stream<Finding> image(FromImage from, Catalogue catalogue) {
    return image(
        from.reference(),
        from.place(),
        catalogue,
        next ->
            from.editable()
                .map(place -> Fix.replace("Use '%s'".formatted(next), place, next))
                .map(fix -> fix.movingHash(true)));
  }

  private interface Use {
    Optional<Fix> of(String image);
  }

  private Stream<Finding> image(
      ImageReference reference, Place place, Catalogue catalogue, Use use) {
    return deprecated(catalogue.find(reference)).stream()
        .map(
            environment ->
                finding(
                    place,
                    message(environment),
                    successor(environment, catalogue)
                        .flatMap(next -> next.newest().map(next::image))
                        .flatMap(use::of)
                        .stream()
                        .toList()));
  }

  private static Optional<Fix> use(OwnImage own, String image) {
    var source = own.definition().source();
    return Optional.of(
        Fix.edit(
                "Use '%s'".formatted(image),
                source.uri(),
                new YamlEdits(source.yaml()).replace(own.written(), image))
            .movingHash(true));
  }

  private static Optional<CuratedEnvironment> deprecated(Optional<CuratedEnvironment> found) {
    return found.filter(environment -> environment.deprecation().isPresent());
  }

  /** The successor, as far as the catalogue knows it and doesn't call it deprecated as well. */
  private static Optional<CuratedEnvironment> successor(
      CuratedEnvironment environment, Catalogue catalogue) {
    return environment
        .deprecation()
        .flatMap(CuratedEnvironment.Deprecation::successor)
        .flatMap(catalogue::find)
        .filter(next -> next.deprecation().isEmpty());
  }

  private static String message(CuratedEnvironment environment) {
    return "The curated environment '%s' is deprecated: Azure ML no longer updates it. %s"
        .formatted(
            environment.name(),
            environment
                .deprecation()
                .flatMap(CuratedEnvironment.Deprecation::successor)
                .map("Use '%s'."::formatted)
                .orElse("Choose another one: 'envlens curated list' names them."));
  }
}
