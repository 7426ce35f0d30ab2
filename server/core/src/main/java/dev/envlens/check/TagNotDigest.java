package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.image.ImageReference;
import java.util.stream.Stream;

/**
 * {@code tag-not-digest}: a tag can be pushed again under the same name, so only a digest names one
 * image for ever.
 */
final class TagNotDigest implements Rule {

  @Override
  public String code() {
    return "tag-not-digest";
  }

  @Override
  public Severity severity() {
    return Severity.HINT;
  }

  @Override
  public String summary() {
    return "The base image is named by a tag, which can move.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return OwnImage.of(definition)
        .flatMap(
            image ->
                image
                    .reference()
                    .filter(reference -> !reference.isFloating() && !reference.hasDigest())
                    .flatMap(reference -> check(image, reference, facts)));
  }

  private Stream<Finding> check(OwnImage image, ImageReference reference, Facts facts) {
    return reference.tagRange().stream()
        .map(
            tag ->
                finding(
                    image.definition().place(image.written().rangeOf(tag)),
                    ("The tag '%s' can be pushed again with other contents. A digest,"
                            + " '@sha256:…', always names the same image.")
                        .formatted(reference.tag().orElse("")),
                    ImagePins.of(image, facts.images())));
  }
}
