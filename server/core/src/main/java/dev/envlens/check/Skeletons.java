package dev.envlens.check;

import dev.envlens.image.BaseImages;

/** Files to begin with, about which there is nothing to say. */
final class Skeletons {

  private Skeletons() {}

  static String condaFile() {
    return """
        channels:
          - conda-forge
        dependencies:
          - python=3.11
          - pip=24.2
        """;
  }

  static String dockerfile() {
    return "FROM %s\n".formatted(BaseImages.shipped().usual().image());
  }
}
