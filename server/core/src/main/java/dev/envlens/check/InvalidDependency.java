package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.definition.CondaSection;
import java.util.Optional;

/**
 * {@code invalid-dependency}: conda can't read a dependency, so the build fails. Source: conda
 * MatchSpec. A malformed version of Python has a code of its own, {@link InvalidPython}.
 */
final class InvalidDependency extends PackageRule {

  InvalidDependency() {
    super("invalid-dependency", Severity.ERROR, "A conda dependency that conda can't read.");
  }

  @Override
  Optional<Finding> malformed(CondaSection conda, CondaPackage found, Parsed.Bad<MatchSpec> bad) {
    return PackageNames.is(found, PackageNames.PYTHON)
        ? Optional.empty()
        : unread(conda, found, bad);
  }
}
