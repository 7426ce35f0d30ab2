package dev.envlens.check;

import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import java.util.Optional;

/**
 * {@code invalid-requirement}: pip can't read a line of a {@code pip:} list or of a requirements
 * file, so the build fails. Source: PEP 508 and pip's requirements file format.
 */
final class InvalidRequirement extends PackageRule {

  InvalidRequirement() {
    super("invalid-requirement", Severity.ERROR, "A pip requirement that pip can't read.");
  }

  @Override
  boolean judgesConstraints() {
    return true;
  }

  @Override
  Optional<Finding> malformed(PipLine found, Parsed.Bad<RequirementLine> bad) {
    return Optional.of(finding(found.place(bad.range()), bad.message(), found.correction(bad)));
  }
}
