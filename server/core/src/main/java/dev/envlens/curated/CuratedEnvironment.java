package dev.envlens.curated;

import dev.envlens.conda.CondaVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An environment that Azure Machine Learning maintains.
 *
 * @param name as the registry has it, without {@code AzureML-}
 * @param image its image with the registry's host, without a tag: that is the version
 * @param source where this was read
 * @param deprecation set once it is no longer to be used
 * @param versions those that are known, in no certain order; there may be others
 */
public record CuratedEnvironment(
    String name,
    String image,
    String source,
    Optional<Deprecation> deprecation,
    List<CuratedVersion> versions) {

  public CuratedEnvironment {
    versions = List.copyOf(versions);
  }

  /**
   * That it is deprecated.
   *
   * @param successor the environment that its source says to use instead
   */
  public record Deprecation(Optional<String> successor) {}

  /** The known versions' numbers, the newest first. */
  public List<String> numbers() {
    return versions.stream()
        .flatMap(version -> version.number().stream())
        .distinct()
        .sorted(Comparator.comparing(CuratedEnvironment::order).reversed())
        .toList();
  }

  /** The newest version whose number is known. */
  public Optional<String> newest() {
    return numbers().stream().findFirst();
  }

  /**
   * What the sources say: of the version {@code number} if that is known, else of whichever version
   * was made from the sources when they were read.
   */
  public Optional<CuratedSources> sources(Optional<String> number) {
    return sourced(number).or(() -> sourced(Optional.empty()));
  }

  private Optional<CuratedSources> sourced(Optional<String> number) {
    return versions.stream()
        .filter(version -> version.number().equals(number))
        .flatMap(version -> version.sources().stream())
        .findFirst();
  }

  /** The name of the image of a version, ready to be written into a Dockerfile. */
  public String image(String number) {
    return image + ":" + number;
  }

  private static CondaVersion order(String number) {
    return CondaVersion.parse(number).or(() -> CondaVersion.parse("0")).orElseThrow();
  }
}
