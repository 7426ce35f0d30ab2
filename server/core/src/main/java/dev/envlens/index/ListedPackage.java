package dev.envlens.index;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.feature.Installer;
import java.util.Optional;

/**
 * A package that a file lists.
 *
 * @param installer who installs it
 * @param name as its installer spells it: conda's in lower case, pip's by PEP 503
 * @param version the one version that is asked for; an empty text when it is left open
 */
public record ListedPackage(Installer installer, String name, String version) {

  static Optional<ListedPackage> of(Dependency.CondaPackage dependency) {
    return dependency
        .spec()
        .ok()
        .filter(spec -> spec.name().text().indexOf('*') < 0)
        .map(spec -> new ListedPackage(Installer.CONDA, spec.packageName().conda(), version(spec)));
  }

  static Optional<ListedPackage> of(Dependency.PipRequirement dependency) {
    return dependency
        .line()
        .ok()
        .filter(RequirementLine.Named.class::isInstance)
        .map(line -> ((RequirementLine.Named) line).requirement())
        .map(
            requirement ->
                new ListedPackage(
                    Installer.PIP,
                    requirement.packageName().pip(),
                    requirement.specifiers().all().size() == 1 && requirement.pinning().isExact()
                        ? requirement.specifiers().all().get(0).operand().text()
                        : ""));
  }

  private static String version(MatchSpec spec) {
    var constraint = spec.version().map(version -> version.spec().constraint());
    if (constraint.isPresent() && constraint.get() instanceof Constraint.Exact exact) {
      return exact.version().toString();
    }
    return constraint.isPresent() && constraint.get() instanceof Constraint.Fuzzy fuzzy
        ? fuzzy.version().toString()
        : "";
  }
}
