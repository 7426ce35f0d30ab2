package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Stage;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.Place;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An image that a Dockerfile's stage builds on.
 *
 * @param place where it stands in the {@code FROM}
 * @param editable where its whole name can be replaced: there, or in the default of the {@code ARG}
 *     that it comes from
 */
record FromImage(ImageReference reference, Place place, Optional<Place> editable) {

  static Stream<FromImage> in(DockerfileSource source) {
    return in(source.dockerfile(), source::place, true);
  }

  /** Those of the Dockerfile that a v1 definition holds as text. */
  static Stream<FromImage> in(Definition definition) {
    return definition.parts().steps().stream()
        .flatMap(
            steps ->
                in(
                    Dockerfile.parse(steps.text()),
                    range -> definition.place(steps.rangeOf(range)),
                    steps.verbatim()));
  }

  private static Stream<FromImage> in(
      Dockerfile dockerfile, Function<TextRange, Place> place, boolean isEditable) {
    return dockerfile.stages().stream().flatMap(stage -> of(stage, place, isEditable).stream());
  }

  private static Optional<FromImage> of(
      Stage stage, Function<TextRange, Place> place, boolean isEditable) {
    if (!(stage.base() instanceof StageBase.Image image)
        || Placeholders.in(image.name().text())
        || !(ImageReference.parse(image.name().text()) instanceof ParsedImage.Ok ok)) {
      return Optional.empty();
    }
    return Optional.of(
        new FromImage(
            ok.reference(),
            place.apply(stage.imageRange()),
            image.place().filter(range -> isEditable).map(place)));
  }
}
