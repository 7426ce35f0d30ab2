package dev.envlens.check;

import dev.envlens.image.BaseImages;

/** Files to begin with, about which there is nothing to say. */
final class Skeletons {

  private Skeletons() {}

  static String condaFile() {
    var versions = PythonVersions.shipped();
    return """
        channels:
          - conda-forge
        dependencies:
          - python=%s
          - pip=%s
        """
        .formatted(versions.recommended("python"), versions.recommended("pip"));
  }

  static String servingCondaFile() {
    return condaFile()
        + "  - pip:\n      - %s\n"
            .formatted(InsertedPackage.pinnedForPip(InferencePackages.DEFAULTS));
  }

  static String dockerfile() {
    return "FROM %s\n".formatted(BaseImages.shipped().usual().image());
  }
}
