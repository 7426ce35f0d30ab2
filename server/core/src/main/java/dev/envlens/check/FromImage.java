package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.dockerfile.Stage;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.Place;
import dev.envlens.text.Placeholders;
import java.util.Optional;
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
    return in(WrittenDockerfile.of(source));
  }

  /** Those of the Dockerfile that a v1 definition holds as text. */
  static Stream<FromImage> in(Definition definition) {
    return WrittenDockerfile.in(definition).stream().flatMap(FromImage::in);
  }

  static Stream<FromImage> in(WrittenDockerfile written) {
    return written.dockerfile().stages().stream().flatMap(stage -> of(stage, written).stream());
  }

  private static Optional<FromImage> of(Stage stage, WrittenDockerfile written) {
    if (!(stage.base() instanceof StageBase.Image image)
        || Placeholders.in(image.name().text())
        || !(ImageReference.parse(image.name().text()) instanceof ParsedImage.Ok ok)) {
      return Optional.empty();
    }
    return Optional.of(
        new FromImage(
            ok.reference(),
            written.place(stage.imageRange()),
            image.place().filter(range -> written.editable()).map(written::place)));
  }
}
