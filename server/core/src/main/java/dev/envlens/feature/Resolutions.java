package dev.envlens.feature;

import dev.envlens.conda.PackageName;
import dev.envlens.known.InstalledVersions;
import java.util.List;
import java.util.Optional;

/** Which version of a package will be, or was, installed. Answers at once, from memory. */
public interface Resolutions {

  /**
   * A version, and who says so.
   *
   * @param source as the subject of a sentence: {@code conda-lock.yml}
   */
  record Resolution(String version, String source) {}

  Optional<Resolution> of(PackageName name, Installer installer);

  /** For where nothing is known. */
  static Resolutions none() {
    return (name, installer) -> Optional.empty();
  }

  /** What images have; of a package that they have in several versions, nothing. */
  static Resolutions ofImages(List<InstalledVersions> images) {
    return (name, installer) -> {
      var versions =
          images.stream()
              .flatMap(
                  image ->
                      (installer == Installer.CONDA ? image.ofConda(name) : image.ofPip(name))
                          .stream())
              .distinct()
              .toList();
      return versions.size() == 1
          ? Optional.of(new Resolution(versions.get(0), "The cached image"))
          : Optional.empty();
    };
  }

  /** What the first of {@code all} that knows a package says of it. */
  static Resolutions first(List<Resolutions> all) {
    return (name, installer) ->
        all.stream().flatMap(one -> one.of(name, installer).stream()).findFirst();
  }
}
