package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
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
  public Stream<Finding> definition(Definition definition) {
    return definition.image().stream()
        .filter(image -> !Placeholders.in(image.text()))
        .filter(FloatingImage::isFloating)
        .map(
            image ->
                finding(
                    definition.place(image.contentRange()),
                    "'%s' can change between builds. Name a version tag or, better, a digest."
                        .formatted(image.text())));
  }

  private static boolean isFloating(Scalar image) {
    return ImageReference.parse(image.text()) instanceof ParsedImage.Ok ok
        && ok.reference().isFloating();
  }
}
