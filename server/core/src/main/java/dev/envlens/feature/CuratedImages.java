package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.feature.Completion.Kind;
import dev.envlens.feature.Completion.Shown;
import java.util.stream.Stream;

/** The images of curated environments that can be built on: none that is deprecated. */
final class CuratedImages {

  private CuratedImages() {}

  static Stream<Shown> of(Catalogue catalogue) {
    return catalogue.environments().stream()
        .filter(one -> one.deprecation().isEmpty())
        .flatMap(one -> one.newest().map(one::image).stream())
        .map(image -> Shown.of(image, Kind.IMAGE, "curated environment"));
  }
}
