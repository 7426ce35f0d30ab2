package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.image.DeprecatedImages;
import dev.envlens.image.ImageReference;
import dev.envlens.image.Successor;
import dev.envlens.link.Place;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * {@code deprecated-image}: the base image, of the definition or of a Dockerfile, is one of those
 * that Microsoft names as deprecated (schemas/data/deprecated-images.json).
 */
final class DeprecatedImage implements Rule {

  @Override
  public String code() {
    return "deprecated-image";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "A base image that Microsoft no longer maintains.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    var own =
        OwnImage.of(definition)
            .flatMap(
                image ->
                    image
                        .reference()
                        .flatMap(
                            reference ->
                                check(reference, image.place(), next -> use(image, next))));
    return Stream.concat(own, FromImage.in(definition).flatMap(this::check));
  }

  @Override
  public Stream<Finding> dockerfile(DockerfileSource dockerfile) {
    return FromImage.in(dockerfile).flatMap(this::check);
  }

  private Stream<Finding> check(FromImage from) {
    return check(
        from.reference(),
        from.place(),
        successor ->
            from.editable().stream()
                .map(
                    place ->
                        Fix.replace(title(successor), place, successor.image()).movingHash(true))
                .toList());
  }

  private Stream<Finding> check(
      ImageReference image, Place place, Function<Successor, List<Fix>> fixes) {
    return DeprecatedImages.shipped().find(image).stream()
        .map(
            successor ->
                finding(
                    place,
                    "'%s' is deprecated: Microsoft no longer updates it. Use '%s'."
                        .formatted(image.text(), successor.image()),
                    fixes.apply(successor)));
  }

  private static List<Fix> use(OwnImage image, Successor successor) {
    var source = image.definition().source();
    var edit = new YamlEdits(source.yaml()).replace(image.written(), successor.image());
    return List.of(Fix.edit(title(successor), source.uri(), edit).movingHash(true));
  }

  private static String title(Successor successor) {
    return "Use '%s'".formatted(successor.image());
  }
}
