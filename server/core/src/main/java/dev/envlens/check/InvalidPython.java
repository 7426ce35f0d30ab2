package dev.envlens.check;

import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Numeral;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.definition.CondaSection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code invalid-python}: the version of Python is malformed: conda can't read it, or Python has no
 * such versions ({@code 3.10.x}, {@code 310}). Source: Microsoft's troubleshooting catalogue; PEP
 * 440 for what a version of Python looks like.
 */
final class InvalidPython extends PackageRule {

  private static final Numeral LAST_MAJOR = new Numeral("9");
  private static final int PARTS = 3;

  private static final Pattern SLIP =
      Pattern.compile("(?<begin>python[ =]{1,4})(?<major>3)(?:,|(?=[0-9]))(?<minor>[0-9]{1,2})");

  InvalidPython() {
    super("invalid-python", Severity.ERROR, "A version of Python that is malformed.");
  }

  @Override
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    if (!PackageNames.is(spec, PackageNames.PYTHON)) {
      return Optional.empty();
    }
    return spec.version()
        .filter(version -> !isPython(version.spec().constraint()))
        .map(version -> finding(conda, found, version));
  }

  private Finding finding(CondaSection conda, CondaPackage found, MatchSpec.Version version) {
    String message =
        "'%s' isn't a version of Python. Write two or three numbers with points between, as in '%s'."
            .formatted(version.spec().text(), InsertedPackage.pinned(PackageNames.PYTHON));
    var bad = new Parsed.Bad<MatchSpec>(message, version.range(), meant(found.text().text()));
    return finding(
        at(conda, found, version.range()), message, Corrections.of(conda, found.text(), bad));
  }

  /** The dependency with points where there is a comma or nothing: {@code 3,10}, {@code 310}. */
  private static Optional<String> meant(String written) {
    var slip = SLIP.matcher(written);
    return slip.matches()
        ? Optional.of(slip.group("begin") + slip.group("major") + "." + slip.group("minor"))
        : Optional.empty();
  }

  @Override
  Optional<Finding> malformed(CondaSection conda, CondaPackage found, Parsed.Bad<MatchSpec> bad) {
    return PackageNames.is(found, PackageNames.PYTHON)
        ? unread(conda, found, bad)
        : Optional.empty();
  }

  /** Whether {@code version} is made of versions that Python may have. */
  static boolean isPython(MatchSpec.Version version) {
    return isPython(version.spec().constraint());
  }

  private static boolean isPython(Constraint constraint) {
    if (constraint instanceof Constraint.AllOf list) {
      return list.all().stream().allMatch(InvalidPython::isPython);
    }
    if (constraint instanceof Constraint.AnyOf list) {
      return list.any().stream().allMatch(InvalidPython::isPython);
    }
    if (constraint instanceof Constraint.Exact exact) {
      return isRelease(exact.version());
    }
    if (constraint instanceof Constraint.Fuzzy fuzzy) {
      return isRelease(fuzzy.version());
    }
    if (constraint instanceof Constraint.Prefix prefix) {
      return isRelease(prefix.version());
    }
    if (constraint instanceof Constraint.NotPrefix prefix) {
      return isVersion(prefix.version());
    }
    if (constraint instanceof Constraint.Compared compared) {
      return isVersion(compared.version());
    }
    return !(constraint instanceof Constraint.Compatible compatible)
        || isRelease(compatible.version());
  }

  /** A bound may lie beyond all releases, as in {@code <4}. */
  private static boolean isVersion(CondaVersion version) {
    return Pep440Version.parse(version.toString()).isPresent();
  }

  private static boolean isRelease(CondaVersion version) {
    return Pep440Version.parse(version.toString())
        .filter(python -> python.release().size() <= PARTS)
        .filter(python -> python.release().get(0).compareTo(LAST_MAJOR) <= 0)
        .isPresent();
  }
}
