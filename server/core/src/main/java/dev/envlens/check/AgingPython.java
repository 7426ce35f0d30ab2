package dev.envlens.check;

import dev.envlens.check.PythonVersions.Release;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule about the age of the Python that a conda definition asks for. What counts is the newest
 * release that the dependency allows, so nothing is said of an open range.
 */
abstract class AgingPython extends CondaRule {

  AgingPython(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  /** Whether there is something to say of {@code release} on {@code today}. */
  abstract boolean isDue(Release release, LocalDate today);

  /** What there is to say of it. */
  abstract String message(Release release);

  @Override
  public final Stream<Finding> conda(CondaSection conda, Facts facts) {
    return PackageNames.named(conda.file(), PackageNames.PYTHON)
        .flatMap(found -> of(conda, found, facts.today()).stream());
  }

  private Optional<Finding> of(CondaSection conda, CondaPackage found, LocalDate today) {
    var spec =
        found.spec().ok().filter(ok -> ok.version().filter(InvalidPython::isPython).isPresent());
    if (spec.isEmpty()) {
      return Optional.empty();
    }
    var version = spec.get().version().get();
    return PythonVersions.shipped()
        .newestAllowed(version.spec())
        .filter(release -> isDue(release, today))
        .map(
            release ->
                finding(
                    place(conda, found, version.range()),
                    message(release),
                    newer(conda, found, spec.get())));
  }

  private static Place place(CondaSection conda, CondaPackage found, TextRange version) {
    return conda.place(
        Listed.isAlias(found.item()) ? found.item().range() : found.text().rangeOf(version));
  }

  /** Asks for the recommended release, as far as possible in the form of the old one. */
  private static Optional<Fix> newer(CondaSection conda, CondaPackage found, MatchSpec spec) {
    boolean simple =
        spec.attributes().isEmpty()
            && spec.source().file().isEmpty()
            && found.text().verbatim()
            && !Listed.isAlias(found.item());
    if (!simple) {
      return Optional.empty();
    }
    String text = found.text().text();
    var old = spec.version().orElseThrow();
    int start = spec.name().range().end();
    int end = spec.build().map(build -> build.range().end()).orElse(old.range().end());
    String version = version(text.substring(start, end), old.spec().constraint());
    return Optional.of(
        Fix.edit(
            "Change to python%s (new hash)".formatted(version),
            conda.source().uri(),
            TextEdit.replace(found.text().rangeOf(new TextRange(start, end)), version)));
  }

  private static String version(String written, Constraint constraint) {
    String recommended = PythonVersions.shipped().recommended(PackageNames.PYTHON);
    int digit = 0;
    while (digit < written.length() && " =".indexOf(written.charAt(digit)) >= 0) {
      digit++;
    }
    String operator = written.substring(0, digit);
    if (constraint instanceof Constraint.Prefix) {
      return operator + recommended + ".*";
    }
    // Exactly 3.12 would be its first release, 3.12.0.
    return constraint instanceof Constraint.Fuzzy ? operator + recommended : "=" + recommended;
  }
}
