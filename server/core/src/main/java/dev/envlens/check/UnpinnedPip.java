package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Pinning;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * {@code unpinned-pip}: pip is a conda dependency without a version. Source: Microsoft's
 * troubleshooting catalogue.
 */
final class UnpinnedPip extends PackageRule {

  UnpinnedPip() {
    super("unpinned-pip", Severity.WARNING, "pip is a conda dependency without a version.");
  }

  @Override
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    if (!PackageNames.is(spec, PackageNames.PIP)
        || spec.pinning().level() != Pinning.Level.UNPINNED) {
      return Optional.empty();
    }
    return Optional.of(
        finding(
            at(conda, found, spec.name().range()),
            "'pip' has no version, so a later build may install packages differently. Pin it, as in '%s'."
                .formatted(InsertedPackage.pinned(PackageNames.PIP)),
            fix(conda, found, spec)));
  }

  private static Optional<Fix> fix(CondaSection conda, CondaPackage found, MatchSpec spec) {
    boolean simple =
        spec.build().isEmpty()
            && spec.attributes().isEmpty()
            && found.text().verbatim()
            && !Listed.isAlias(found.item());
    if (!simple) {
      return Optional.empty();
    }
    String pinned = InsertedPackage.pinned(PackageNames.PIP);
    var old = spec.version().map(MatchSpec.Version::range);
    int start = found.text().rangeOf(spec.name().range()).end();
    int end = old.map(range -> found.text().rangeOf(range).end()).orElse(start);
    String version = pinned.substring(PackageNames.PIP.length());
    return Optional.of(
        Fix.edit(
            "Pin to %s (new hash)".formatted(pinned),
            conda.source().uri(),
            TextEdit.replace(new TextRange(start, end), version)));
  }
}
