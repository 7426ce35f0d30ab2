package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.link.Place;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/** The base image that a definition names, unless that is a placeholder. */
record OwnImage(Definition definition, Scalar written, ParsedImage parsed) {

  static Stream<OwnImage> of(Definition definition) {
    return definition.image().stream()
        .filter(image -> !Placeholders.in(image.text()))
        .map(image -> new OwnImage(definition, image, ImageReference.parse(image.text())));
  }

  /** What it refers to, if it names an image. */
  Stream<ImageReference> reference() {
    return parsed instanceof ParsedImage.Ok ok ? Stream.of(ok.reference()) : Stream.empty();
  }

  /** Where it stands, without quotes. */
  Place place() {
    return definition.place(written.contentRange());
  }
}
