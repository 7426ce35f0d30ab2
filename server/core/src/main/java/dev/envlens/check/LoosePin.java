package dev.envlens.check;

import dev.envlens.conda.Comparison;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Pep440Specifier;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import java.util.Optional;

/**
 * {@code loose-pin}: a package's version is limited but not fixed, so two builds of one environment
 * may differ. Source: conda MatchSpec, PEP 440.
 */
final class LoosePin extends PackageRule {

  /** A fuzzy version of so many parts is taken for exact. */
  private static final int FULL = 3;

  LoosePin() {
    super(
        "loose-pin",
        Severity.INFORMATION,
        "A package's version is a range, a compatible release, a wildcard, or too short for conda.");
  }

  @Override
  boolean wantsVersion() {
    return true;
  }

  @Override
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    if (spec.version().isEmpty()
        || isPlainlyExact(spec.version().get().spec().constraint())
        || PackageNames.isVirtual(spec)
        || !spec.isLoose()) {
      return Optional.empty();
    }
    var place = at(conda, found, spec.version().get().range());
    return Optional.of(loose(place, spec.name().text(), spec.pinning()));
  }

  @Override
  Optional<Finding> wellFormed(PipLine found, RequirementLine line) {
    if (!(line instanceof RequirementLine.Named named)
        || named.requirement().version().isEmpty()
        || isPlainlyExact(named.requirement().specifiers().all().get(0))
        || line.pinning().filter(p -> p.level() == Pinning.Level.RANGE).isEmpty()) {
      return Optional.empty();
    }
    var requirement = named.requirement();
    return Optional.of(
        loose(
            found.place(requirement.version().get()),
            requirement.name().text(),
            requirement.pinning()));
  }

  // These two spare most packages of a long list the words about what they allow.

  private static boolean isPlainlyExact(Constraint constraint) {
    return constraint instanceof Constraint.Exact
        || (constraint instanceof Constraint.Fuzzy fuzzy && fuzzy.version().partCount() >= FULL);
  }

  private static boolean isPlainlyExact(Pep440Specifier specifier) {
    return specifier.comparison() == Comparison.EQUAL && !specifier.isPrefix();
  }

  private Finding loose(Place place, String name, Pinning pinning) {
    return finding(
        place,
        "'"
            + name
            + "' allows "
            + pinning.reason()
            + ", so two builds may differ. Write one exact version to get the same each time.");
  }
}
