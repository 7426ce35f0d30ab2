package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.image.ParsedImage;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.util.stream.Stream;

/** {@code invalid-image}: the text names no container image. */
final class InvalidImage implements Rule {

  @Override
  public String code() {
    return "invalid-image";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A text that names no image.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return OwnImage.of(definition)
        .flatMap(
            image ->
                image.parsed() instanceof ParsedImage.Bad bad
                    ? Stream.of(
                        finding(
                            definition.place(range(image.written(), bad.range())), bad.message()))
                    : Stream.empty());
  }

  /** The faulty part; the whole where something is missing, which nobody could point at. */
  private static TextRange range(Scalar image, TextRange part) {
    return part.isEmpty() ? image.contentRange() : image.rangeOf(part);
  }
}
