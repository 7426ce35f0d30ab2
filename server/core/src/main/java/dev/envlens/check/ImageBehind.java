package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.known.BuiltImage;
import java.util.Optional;

/** The image that was built of a definition as it stands. */
final class ImageBehind {

  private ImageBehind() {}

  static Optional<BuiltImage> of(Definition definition, Facts facts) {
    if (facts.images().isEmpty()) {
      return Optional.empty();
    }
    return Hashing.of(definition, definition.written().surroundings())
            instanceof Hashing.Known known
        ? facts.images().built(known.hash().hex())
        : Optional.empty();
  }
}
