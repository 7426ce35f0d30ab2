package dev.envlens.check;

import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.Dependency.PipRequirement;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Scalar;
import java.util.Optional;

/**
 * A rule that looks at each dependency by itself, whatever the others are. Whether it has anything
 * to say depends on what was parsed of that one alone: see {@link Unremarkable}.
 */
abstract class PackageRule extends CondaRule {

  PackageRule(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  /** What there is to say of a conda dependency. */
  final Optional<Finding> of(CondaSection conda, CondaPackage found) {
    if (found.spec() instanceof Parsed.Ok<MatchSpec> ok) {
      return wellFormed(conda, found, ok.value());
    }
    return found.spec().bad().flatMap(bad -> malformed(conda, found, bad));
  }

  /** What there is to say of an entry of a pip list. */
  final Optional<Finding> of(CondaSection conda, PipRequirement found) {
    if (found.line() instanceof Parsed.Ok<RequirementLine> ok) {
      return wellFormed(conda, found, ok.value());
    }
    return found.line().bad().flatMap(bad -> malformed(conda, found, bad));
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
  Optional<Finding> wellFormed(CondaSection conda, PipRequirement found, RequirementLine line) {
    return Optional.empty();
  }

  /** What there is to say of a line that pip refuses. */
  Optional<Finding> malformed(
      CondaSection conda, PipRequirement found, Parsed.Bad<RequirementLine> bad) {
    return Optional.empty();
  }

  /** What the parser said of a text that it couldn't read, with its correction if there is one. */
  final Optional<Finding> unread(CondaSection conda, Item item, Scalar text, Parsed.Bad<?> bad) {
    return Optional.of(
        finding(
            at(conda, item, text, bad.range()), bad.message(), Corrections.of(conda, text, bad)));
  }

  /** The place of a part of a conda dependency. */
  static Place at(CondaSection conda, CondaPackage found, TextRange part) {
    return at(conda, found.item(), found.text(), part);
  }

  /** The place of a part of a line of pip's. */
  static Place at(CondaSection conda, PipRequirement found, TextRange part) {
    return at(conda, found.item(), found.text(), part);
  }

  private static Place at(CondaSection conda, Item item, Scalar text, TextRange part) {
    if (Listed.isAlias(item)) {
      return conda.place(item.range());
    }
    return conda.place(part.isEmpty() ? text.contentRange() : text.rangeOf(part));
  }
}
