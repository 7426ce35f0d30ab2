package dev.envlens.check;

import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Pep440Version;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledVersions;
import dev.envlens.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pins a dependency to the version that the image has which was built with it. */
final class VersionFixes {

  private static final Set<String> CODES = Set.of("unpinned-package", "loose-pin", "unpinned-pip");

  private final InstalledVersions versions;

  VersionFixes(BuiltImage image) {
    this.versions = image.versions();
  }

  /** Puts {@code fix} first among those of the findings from {@code start} on that it mends. */
  void addTo(List<Finding> findings, int start, Optional<Fix> fix) {
    for (int i = start; i < findings.size() && fix.isPresent(); i++) {
      var finding = findings.get(i);
      if (CODES.contains(finding.code())) {
        List<Fix> fixes = new ArrayList<>(fix.stream().toList());
        fixes.addAll(finding.fixes());
        findings.set(
            i,
            new Finding(
                finding.code(), finding.severity(), finding.place(), finding.message(), fixes));
      }
    }
  }

  /** The fix of a package that conda installs; none where the image's version isn't allowed. */
  Optional<Fix> of(CondaSection conda, CondaPackage found) {
    return pin(found)
        .filter(edit -> found.text().verbatim() && !Listed.isAlias(found.item()))
        .map(
            edit ->
                Fix.edit(
                        title(TextEdit.apply(found.text().text(), List.of(edit))),
                        conda.source().uri(),
                        TextEdit.replace(found.text().rangeOf(edit.range()), edit.newText()))
                    .movingHash(true));
  }

  /** The edit of a conda dependency's text; none where it is pinned already, or can't be. */
  Optional<TextEdit> pin(CondaPackage found) {
    var spec = found.spec().ok();
    if (spec.filter(VersionFixes::isOpen).isEmpty() || spec.get().build().isPresent()) {
      return Optional.empty();
    }
    return versions
        .ofConda(spec.get().packageName())
        .filter(version -> allows(spec.get(), version))
        .map(version -> PinEdits.conda(spec.get(), found.text().text(), version));
  }

  /** Whether a version of the package is left to be chosen. */
  static boolean isOpen(MatchSpec spec) {
    return (spec.pinning().level() == Pinning.Level.UNPINNED || spec.isLoose())
        && PackageNames.isSingle(spec)
        && !PackageNames.isVirtual(spec);
  }

  private static boolean allows(MatchSpec spec, String version) {
    return CondaVersion.parse(version)
        .filter(found -> spec.version().map(v -> v.spec().matches(found)).orElse(true))
        .isPresent();
  }

  /** The fix of a line of pip's; none where the image's version isn't allowed. */
  Optional<Fix> of(PipLine line) {
    return pin(line)
        .flatMap(
            edit ->
                line.replacement(
                    title(TextEdit.apply(line.text(), List.of(edit))),
                    edit.range(),
                    edit.newText()));
  }

  /** The edit of a line of pip's; none where it is pinned already, or can't be. */
  Optional<TextEdit> pin(PipLine line) {
    if (!(line.parsed().ok().orElse(null) instanceof RequirementLine.Named named)
        || !isOpen(named)) {
      return Optional.empty();
    }
    var requirement = named.requirement();
    return versions
        .ofPip(requirement.packageName())
        .filter(
            version ->
                Pep440Version.parse(version).filter(requirement.specifiers()::contains).isPresent())
        .map(version -> PinEdits.pip(requirement, line.text(), version));
  }

  /** Whether a version of the package is left to be chosen. */
  static boolean isOpen(RequirementLine.Named named) {
    return named.requirement().reference().isEmpty()
        && named.pinning().filter(pinning -> !pinning.isExact()).isPresent();
  }

  private static String title(String pinned) {
    return "Pin to %s, as in the cached image".formatted(pinned);
  }
}
