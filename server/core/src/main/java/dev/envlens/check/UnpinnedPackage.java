package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.definition.CondaSection;
import java.util.Optional;

/**
 * {@code unpinned-package}: a package has no version, so the image keeps whatever was newest on the
 * day it was built. Source: the service's documentation of environments and Microsoft's
 * troubleshooting catalogue.
 */
final class UnpinnedPackage extends PackageRule {

  UnpinnedPackage() {
    super("unpinned-package", Severity.WARNING, "A package has no version at all.");
  }

  @Override
  boolean wantsVersion() {
    return true;
  }

  @Override
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    boolean open =
        spec.version().isEmpty()
            || spec.version().get().spec().constraint() instanceof Constraint.Any;
    if (!open
        || PackageNames.is(spec, PackageNames.PIP)
        || PackageNames.isVirtual(spec)
        || !PackageNames.isSingle(spec)
        || spec.pinning().level() != Pinning.Level.UNPINNED) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            at(conda, found, spec.name().range()),
            isNumber(spec.name().text())
                ? number(spec.name().text())
                : message(spec.name().text(), spec.version().isPresent(), "=")));
  }

  @Override
  Optional<Finding> wellFormed(PipLine found, RequirementLine line) {
    if (!(line instanceof RequirementLine.Named named)
        || named.requirement().reference().isPresent()
        || !named.requirement().specifiers().all().isEmpty()
        || line.pinning().filter(pinning -> !pinning.isExact()).isEmpty()) {
      return Optional.empty();
    }
    var name = named.requirement().name();
    return Optional.of(
        finding(
            found.place(name.range()),
            isNumber(name.text()) ? number(name.text()) : message(name.text(), "==")));
  }

  /** That the package {@code name} has no version, which {@code operator} would begin. */
  static String message(String name, String operator) {
    return message(name, false, operator);
  }

  private static String message(String name, boolean any, String operator) {
    return "'"
        + name
        + (any ? "' allows any version" : "' has no version")
        + ", so a later build may install another one. Add the version that you want, as in '"
        + name
        + operator
        + (name.equalsIgnoreCase(PackageNames.PYTHON)
            ? PythonVersions.shipped().recommended(PackageNames.PYTHON)
            : "1.2.3")
        + "'.";
  }

  /** A version that lost its package, most likely. */
  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }

  private static String number(String name) {
    return "'%s' is read as the name of a package that has no version. Write a name and a version."
        .formatted(name);
  }
}
