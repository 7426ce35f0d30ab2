package dev.envlens.conda;

import dev.envlens.conda.Pinning.Level;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * A conda dependency (conda MatchSpec): {@code [channel[/subdir]::]name[ version[
 * build]][key=value, …]}, with {@code =} or a comparison in place of the spaces, or the URL or path
 * of one package file.
 *
 * @param source where the package is to come from
 * @param name the name as written; it may hold {@code *}
 * @param version which versions are allowed, if anything says so
 * @param build the build string, which may hold {@code *}
 * @param attributes what stands in brackets, in order, the version and build included
 */
public record MatchSpec(
    Source source,
    Part name,
    Optional<Version> version,
    Optional<Part> build,
    List<Attribute> attributes) {

  public MatchSpec {
    attributes = List.copyOf(attributes);
  }

  /**
   * Where a package is to come from.
   *
   * @param channel a name or a URL
   * @param subdir a platform, such as {@code linux-64}
   * @param file the URL or path of the one package file that is meant
   */
  public record Source(Optional<Part> channel, Optional<Part> subdir, Optional<Part> file) {}

  /**
   * The version of a match specification.
   *
   * @param spec which versions it allows
   * @param range where it stands, its operator included, quotes of a bracketed one excluded
   */
  public record Version(VersionSpec spec, TextRange range) {}

  /** One {@code key=value} in brackets. */
  public record Attribute(Part key, Part value) {}

  /** Reads one entry of a conda file's {@code dependencies}; a {@code # comment} may follow. */
  public static Parsed<MatchSpec> parse(String text) {
    return Fault.guard(text, MatchSpecReader::read);
  }

  public PackageName packageName() {
    return new PackageName(name.text());
  }

  /** The value in brackets of {@code key}. */
  public Optional<String> attribute(String key) {
    return attributes.stream()
        .filter(a -> a.key().text().equals(key))
        .map(a -> a.value().text())
        .findFirst();
  }

  /** Where a version can be written when there is none: right behind the name. */
  public int versionOffset() {
    return version.map(v -> v.range().start()).orElse(name.range().end());
  }

  /** How far this leaves the version open. */
  public Pinning pinning() {
    return CondaPinning.of(this);
  }

  /**
   * Whether the version is only loosely pinned: a range, a compatible release, a wildcard, or a
   * fuzzy version of fewer than three parts that isn't a whole release (as {@code python=3.10} and
   * {@code pip=24.0} are). No version at all isn't loose but {@link Level#UNPINNED}.
   */
  public boolean isLoose() {
    return CondaPinning.isLoose(this);
  }
}
