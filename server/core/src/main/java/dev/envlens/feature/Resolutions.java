package dev.envlens.feature;

import dev.envlens.conda.PackageName;
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

  /** What the first of {@code all} that knows a package says of it. */
  static Resolutions first(List<Resolutions> all) {
    return (name, installer) ->
        all.stream().flatMap(one -> one.of(name, installer).stream()).findFirst();
  }
}
