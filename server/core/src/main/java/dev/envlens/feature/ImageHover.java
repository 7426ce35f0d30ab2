package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.image.DeprecatedImages;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
import java.util.function.Supplier;

/** What a base image's name says. */
final class ImageHover {

  private ImageHover() {}

  static Hover of(Scalar scalar, Supplier<Catalogue> curated) {
    return new Hover(scalar.range(), markdown(scalar.text(), curated));
  }

  static String markdown(String text, Supplier<Catalogue> curated) {
    if (Placeholders.in(text)) {
      return "**Base image** · filled in later: %s".formatted(Markdown.code(text));
    }
    if (!(ImageReference.parse(text) instanceof ParsedImage.Ok ok)) {
      return "**Base image** · not a valid image name";
    }
    var image = ok.reference();
    var result = new StringBuilder("**Base image** ").append(Markdown.code(image.canonical()));
    result.append("\n\n| | |\n|---|---|");
    row(result, "registry", image.host());
    row(result, "repository", image.repository());
    image.tag().ifPresent(tag -> row(result, "tag", tag));
    image.digest().ifPresent(digest -> row(result, "digest", digest));
    result.append("\n\n").append(stability(image));
    DeprecatedImages.shipped()
        .find(image)
        .ifPresent(
            successor ->
                result
                    .append("\n\nDeprecated by Microsoft; use ")
                    .append(Markdown.code(successor.image()))
                    .append(" instead."));
    return result.append(CuratedWords.of(image, curated)).toString();
  }

  private static void row(StringBuilder result, String name, String value) {
    result.append("\n| ").append(name).append(" | ").append(Markdown.cell(value)).append(" |");
  }

  private static String stability(ImageReference image) {
    if (image.hasDigest()) {
      return "Pinned: a digest names one image for ever.";
    }
    return image.isFloating()
        ? "Floating: it is whatever was pushed last when the image is built."
        : "A tag: it can be pushed again under the same name. A digest can't.";
  }
}
