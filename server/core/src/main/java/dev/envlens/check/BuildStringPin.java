package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Part;
import dev.envlens.definition.CondaSection;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import java.util.Optional;

/**
 * {@code build-string-pin}: a conda package names its build ({@code numpy=1.26.4=py311h64a7726_0}),
 * which exists for one platform and may be withdrawn. Source: conda MatchSpec. A build that only
 * chooses a variant, such as {@code mkl} or {@code *cuda*}, isn't one.
 */
final class BuildStringPin extends PackageRule {

  BuildStringPin() {
    super(
        "build-string-pin",
        Severity.INFORMATION,
        "A conda package names its build, which ties it to one platform.");
  }

  @Override
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    if (spec.source().file().isPresent()) {
      return Optional.empty();
    }
    return spec.build()
        .filter(BuildStringPin::isOneBuild)
        .map(
            build ->
                finding(
                    at(conda, found, build.range()),
                    "The build '%s' ties '%s' to one platform. Keep the version and drop the build."
                        .formatted(build.text(), spec.name().text()),
                    fix(conda, found, spec, build)));
  }

  /** A full build string ends in its number and often has a hash; a variant's name has no digit. */
  private static boolean isOneBuild(Part build) {
    return build.text().indexOf('*') < 0
        && !build.text().startsWith("^")
        && build.text().chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private static Optional<Fix> fix(
      CondaSection conda, CondaPackage found, MatchSpec spec, Part build) {
    boolean plain =
        spec.version().isPresent()
            && spec.attributes().isEmpty()
            && found.text().verbatim()
            && !Listed.isAlias(found.item());
    return plain
        ? Optional.of(
            Fix.edit(
                "Drop the build string (new hash)",
                conda.source().uri(),
                edits(found, spec.version().get().range(), build)))
        : Optional.empty();
  }

  /** Without its build, {@code =1.2} would allow all of 1.2.x: then it becomes {@code ==1.2}. */
  private static List<TextEdit> edits(CondaPackage found, TextRange version, Part build) {
    var text = found.text();
    var drop = TextEdit.delete(text.rangeOf(new TextRange(version.end(), build.range().end())));
    String rest =
        TextEdit.apply(
            text.text(),
            List.of(TextEdit.delete(new TextRange(version.end(), build.range().end()))));
    boolean loosens =
        MatchSpec.parse(rest) instanceof Parsed.Ok<MatchSpec> ok && ok.value().isLoose();
    return loosens && version.of(text.text()).startsWith("=")
        ? List.of(TextEdit.insert(text.rangeOf(version).start(), "="), drop)
        : List.of(drop);
  }
}
