package dev.envlens.feature;

import dev.envlens.definition.Definition;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;

/** What the workspace has of an environment, and what registering it would make of that. */
final class RegisteredWords {

  private final List<RegisteredVersion> versions;
  private final String hash;

  /**
   * @param versions all of its name, the newest first
   * @param hash the definition's own
   */
  RegisteredWords(List<RegisteredVersion> versions, String hash) {
    this.versions = List.copyOf(versions);
    this.hash = hash;
  }

  /** The version that has this very hash, the newest of several. */
  Optional<String> same() {
    return versions.stream()
        .filter(version -> version.hash().equals(hash))
        .map(RegisteredVersion::version)
        .findFirst();
  }

  /**
   * The version that registering {@code definition} would make; empty where it makes none: the
   * newest is the same, or the version that it names is taken.
   */
  Optional<String> next(Definition definition) {
    var wanted = definition.version().map(Scalar::text);
    if (wanted.isPresent()) {
      return wanted.filter(
          version ->
              !Placeholders.in(version)
                  && versions.stream().noneMatch(known -> known.version().equals(version)));
    }
    boolean unchanged = versions.stream().limit(1).anyMatch(newest -> newest.hash().equals(hash));
    return unchanged ? Optional.empty() : Optional.of(Long.toString(highest() + 1));
  }

  private long highest() {
    return versions.stream()
        .map(RegisteredVersion::version)
        .filter(version -> version.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .max()
        .orElse(0);
  }
}
