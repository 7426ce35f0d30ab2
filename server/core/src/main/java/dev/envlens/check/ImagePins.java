package dev.envlens.check;

import dev.envlens.image.ImageReference;
import dev.envlens.known.BaseImage;
import dev.envlens.known.KnownImages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The fixes that name what an image's reference means now: its digest, the tag of a version. */
final class ImagePins {

  /** A title shows the algorithm and so many digits. */
  private static final int SHOWN = "sha256:1f2e".length();

  private ImagePins() {}

  /** For the image that a definition names. */
  static List<Fix> of(OwnImage image, KnownImages images) {
    return image
        .reference()
        .flatMap(
            reference ->
                known(reference, images, (title, text) -> write(image, title, text)).stream())
        .toList();
  }

  private static Fix write(OwnImage image, String title, String text) {
    var source = image.definition().source();
    return Fix.edit(
        title, source.uri(), new YamlEdits(source.yaml()).replace(image.written(), text));
  }

  /** For the image that a stage of a Dockerfile builds on. */
  static List<Fix> of(FromImage from, KnownImages images) {
    return from.editable().stream()
        .flatMap(
            place ->
                known(from.reference(), images, (title, text) -> Fix.replace(title, place, text))
                    .stream())
        .toList();
  }

  private static List<Fix> known(
      ImageReference reference, KnownImages images, BiFunction<String, String, Fix> write) {
    return images.base(reference.text()).stream()
        .flatMap(known -> fixes(reference, known, write))
        .map(fix -> fix.movingHash(true))
        .toList();
  }

  private static Stream<Fix> fixes(
      ImageReference reference, BaseImage known, BiFunction<String, String, Fix> write) {
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        write.apply(
            "Pin to %s…".formatted(known.digest().substring(0, SHOWN)),
            reference.text() + "@" + known.digest()));
    known
        .tag()
        .filter(tag -> reference.isFloating())
        .map(
            tag ->
                write.apply(
                    "Use the tag '%s'".formatted(tag),
                    reference.nameRange().of(reference.text()) + ":" + tag))
        .ifPresent(fixes::add);
    return fixes.stream();
  }
}
