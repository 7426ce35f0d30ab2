package dev.envlens.feature;

import dev.envlens.conda.Comparison;
import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Numeral;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Pep440Specifier;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.Requirement;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.feature.Resolutions.Resolution;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one dependency that isn't pinned resolves to, where somebody knows; else what its version
 * means, where that is loose and not plain from how it is written ({@code =1.26}, {@code ~=1.4.2}).
 */
final class VersionHints {

  private final Resolutions resolutions;

  VersionHints(Resolutions resolutions) {
    this.resolutions = resolutions;
  }

  /** The hint for {@code spec}, to be shown at {@code offset}. */
  Optional<Hint> of(MatchSpec spec, int offset) {
    if (spec.pinning().level() == Pinning.Level.EXACT) {
      return Optional.empty();
    }
    return resolutions
        .of(spec.packageName(), Installer.CONDA)
        .filter(resolution -> allows(spec, resolution.version()))
        .map(resolution -> resolved(spec.packageName(), resolution, offset))
        .or(
            () ->
                spec.version()
                    .filter(version -> spec.isLoose())
                    .flatMap(version -> meaning(version.spec().constraint()))
                    .map(meaning -> new Hint(offset, meaning, "Allows " + spec.pinning().reason())))
        .map(VersionHints::sentence);
  }

  private static boolean allows(MatchSpec spec, String version) {
    return CondaVersion.parse(version)
        .filter(found -> spec.version().map(v -> v.spec().matches(found)).orElse(true))
        .isPresent();
  }

  private static Optional<String> meaning(Constraint constraint) {
    if (constraint instanceof Constraint.Fuzzy fuzzy) {
      return Optional.of(fuzzy.version() + ".*");
    }
    return constraint instanceof Constraint.Compatible compatible
        ? Pep440Version.parse(compatible.version().toString()).flatMap(VersionHints::compatible)
        : Optional.empty();
  }

  /** The hint for {@code line}, to be shown at {@code offset}. */
  Optional<Hint> of(RequirementLine line, int offset) {
    if (!(line instanceof RequirementLine.Named named)
        || named.requirement().reference().isPresent()
        || line.pinning().filter(pinning -> !pinning.isExact()).isEmpty()) {
      return Optional.empty();
    }
    var requirement = named.requirement();
    return resolutions
        .of(requirement.packageName(), Installer.PIP)
        .filter(resolution -> allows(requirement, resolution.version()))
        .map(resolution -> resolved(requirement.packageName(), resolution, offset))
        .or(
            () ->
                meaning(requirement)
                    .map(
                        meaning ->
                            new Hint(offset, meaning, "Allows " + requirement.pinning().reason())))
        .map(VersionHints::sentence);
  }

  private static boolean allows(Requirement requirement, String version) {
    return Pep440Version.parse(version)
        .filter(found -> requirement.specifiers().contains(found))
        .isPresent();
  }

  /** Only of a compatible release by itself: beside others it is one bound among several. */
  private static Optional<String> meaning(Requirement requirement) {
    var all = requirement.specifiers().all();
    return all.size() == 1 && all.get(0).comparison() == Comparison.COMPATIBLE
        ? all.stream()
            .findFirst()
            .flatMap(Pep440Specifier::version)
            .flatMap(VersionHints::compatible)
        : Optional.empty();
  }

  /**
   * {@code ~=1.4.2} as {@code >=1.4.2, <1.5} (PEP 440, compatible release: {@code >=1.4.2,
   * ==1.4.*}).
   */
  private static Optional<String> compatible(Pep440Version version) {
    var release = version.release();
    if (release.size() < 2 || !version.epoch().toString().equals("0")) {
      return Optional.empty();
    }
    var series = release.subList(0, release.size() - 1);
    String start =
        series.subList(0, series.size() - 1).stream()
            .map(part -> part + ".")
            .collect(Collectors.joining());
    return Optional.of(
        ">=%s, <%s%s".formatted(version, start, after(series.get(series.size() - 1))));
  }

  private static String after(Numeral part) {
    return new BigInteger(part.toString()).add(BigInteger.ONE).toString();
  }

  private static Hint resolved(PackageName name, Resolution resolution, int offset) {
    return new Hint(
        offset,
        "→ " + resolution.version(),
        "%s has %s %s".formatted(resolution.source(), name.text(), resolution.version()));
  }

  private static Hint sentence(Hint hint) {
    return new Hint(hint.offset(), hint.label(), hint.tooltip() + ".");
  }
}
