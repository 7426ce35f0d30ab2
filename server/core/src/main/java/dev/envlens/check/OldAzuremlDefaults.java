package dev.envlens.check;

import dev.envlens.conda.PackageName;
import dev.envlens.conda.Pep440Specifiers;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.RequirementLine;
import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code old-azureml-defaults}: the requirement leaves only versions of {@code azureml-defaults}
 * that can't serve a model. Source: the service's documentation, which asks for 1.0.45 or later.
 */
final class OldAzuremlDefaults extends PackageRule {

  private static final PackageName NAME = new PackageName("azureml-defaults");
  private static final Pep440Version OLDEST = Pep440Version.parse("1.0.45").orElseThrow();

  /** Later than any release there will be. */
  private static final String NEWEST = "999999";

  OldAzuremlDefaults() {
    super(
        "old-azureml-defaults",
        Severity.ERROR,
        "A version of azureml-defaults that is too old to serve a model.");
  }

  @Override
  Optional<Finding> wellFormed(PipLine found, RequirementLine line) {
    if (!(line instanceof RequirementLine.Named named) || !isAzuremlDefaults(named)) {
      return Optional.empty();
    }
    var requirement = named.requirement();
    return requirement
        .version()
        .filter(version -> !allowsNewEnough(requirement.specifiers()))
        .map(version -> finding(found, named, version));
  }

  /** Looks at the first letters first: few of a long list's packages begin so. */
  private static boolean isAzuremlDefaults(RequirementLine.Named line) {
    return line.requirement().name().text().regionMatches(true, 0, NAME.text(), 0, 7)
        && line.requirement().packageName().isSameAs(NAME);
  }

  /**
   * Whether a version from 1.0.45 on is allowed. If one is, then so is one of those tried here: the
   * oldest, the newest, one that a comparison names, or the next after such a one.
   */
  private static boolean allowsNewEnough(Pep440Specifiers specifiers) {
    var named =
        specifiers.all().stream()
            .flatMap(
                specifier ->
                    specifier
                        .version()
                        .map(Pep440Version::toString)
                        .or(() -> Optional.of(specifier.operand().text()))
                        .stream())
            .flatMap(version -> Stream.of(version, version + ".0.0.1"));
    return Stream.concat(Stream.of(OLDEST.toString(), "1.0.45.0.1", NEWEST), named)
        .map(Pep440Version::parse)
        .flatMap(Optional::stream)
        .filter(version -> version.compareTo(OLDEST) >= 0)
        .anyMatch(specifiers::contains);
  }

  private Finding finding(PipLine found, RequirementLine.Named named, TextRange version) {
    return finding(
        found.place(version),
        "'%s' allows only versions of azureml-defaults before 1.0.45, which can't serve a model. Raise it."
            .formatted(version.of(found.text())),
        fix(found, named, version));
  }

  private static Optional<Fix> fix(PipLine found, RequirementLine.Named named, TextRange version) {
    // A checksum is that of the old version.
    if (named.hasHash()) {
      return Optional.empty();
    }
    String pin = "==" + PythonVersions.shipped().recommended(NAME.text());
    return found.replacement(
        "Raise to %s%s".formatted(named.requirement().name().text(), pin), version, pin);
  }
}
