package dev.envlens.check;

import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import java.util.Optional;

/**
 * {@code invalid-requirement}: pip can't read a line of a {@code pip:} list, so the build fails.
 * Source: PEP 508 and pip's requirements file format.
 */
final class InvalidRequirement extends PackageRule {

  InvalidRequirement() {
    super("invalid-requirement", Severity.ERROR, "A pip requirement that pip can't read.");
  }

  @Override
  Optional<Finding> malformed(
      CondaSection conda, PipRequirement found, Parsed.Bad<RequirementLine> bad) {
    return unread(conda, found.item(), found.text(), bad);
  }
}
