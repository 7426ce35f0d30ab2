package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * A rule that looks at each dependency by itself, whatever the others are. Whether it has anything
 * to say depends on what was parsed of that one alone: see {@link Unremarkable}.
 */
abstract class PackageRule extends CondaRule {

  PackageRule(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  /** Whether the rule has something to say of lines that only limit versions. */
  boolean judgesConstraints() {
    return false;
  }

  /** Whether the rule asks for a version, which a constraints file may give as well. */
  boolean wantsVersion() {
    return false;
  }

  /** What there is to say of a conda dependency. */
  final Optional<Finding> of(CondaSection conda, CondaPackage found) {
    if (found.spec() instanceof Parsed.Ok<MatchSpec> ok) {
      return wellFormed(conda, found, ok.value());
    }
    return found.spec().bad().flatMap(bad -> malformed(conda, found, bad));
  }

  /** What there is to say of a line of pip's. */
  final Optional<Finding> of(PipLine line) {
    if (line.parsed() instanceof Parsed.Ok<RequirementLine> ok) {
      return wellFormed(line, ok.value());
    }
    return line.parsed().bad().flatMap(bad -> malformed(line, bad));
  }

  /** What there is to say of a package that conda installs. */
  Optional<Finding> wellFormed(CondaSection conda, CondaPackage found, MatchSpec spec) {
    return Optional.empty();
  }

  /** What there is to say of a conda dependency that isn't one. */
  Optional<Finding> malformed(CondaSection conda, CondaPackage found, Parsed.Bad<MatchSpec> bad) {
    return Optional.empty();
  }

  /** What there is to say of a line of pip's. */
  Optional<Finding> wellFormed(PipLine found, RequirementLine line) {
    return Optional.empty();
  }

  /** What there is to say of a line that pip refuses. */
  Optional<Finding> malformed(PipLine found, Parsed.Bad<RequirementLine> bad) {
    return Optional.empty();
  }

  /** What the parser said of a text that it couldn't read, with its correction if there is one. */
  final Optional<Finding> unread(CondaSection conda, CondaPackage found, Parsed.Bad<?> bad) {
    return Optional.of(
        finding(
            at(conda, found, bad.range()),
            bad.message(),
            Corrections.of(conda, found.text(), bad)));
  }

  /** The place of a part of a conda dependency. */
  static Place at(CondaSection conda, CondaPackage found, TextRange part) {
    return Listed.place(conda, found.item(), found.text(), part);
  }
}
