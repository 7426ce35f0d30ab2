package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.image.ImageReference;
import java.util.stream.Stream;

/**
 * {@code floating-image}: the base image has no version tag and no digest, so two builds of one
 * environment may start from different images. Source: Microsoft's troubleshooting catalogue.
 */
final class FloatingImage implements Rule {

  @Override
  public String code() {
    return "floating-image";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public String summary() {
    return "The base image has no version tag and no digest, or the tag 'latest'.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return OwnImage.of(definition)
        .filter(image -> image.reference().anyMatch(ImageReference::isFloating))
        .map(
            image ->
                finding(
                    image.place(),
                    message(image.written().text()),
                    ImagePins.of(image, facts.images())));
  }

  /** What to say of a floating image, wherever it is named. */
  static String message(String image) {
    return "'%s' can change between builds. Name a version tag or, better, a digest."
        .formatted(image);
  }
}
