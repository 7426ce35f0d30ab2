package dev.envlens.check;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.Dependency.CondaPackage;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Place;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule that looks at each dependency by itself, whatever the others are. */
abstract class PackageRule extends CondaRule {

  PackageRule(String code, Severity severity, String summary) {
    super(code, severity, summary);
  }

  // Loops, for the sake of files with thousands of dependencies, which every such rule goes
  // through.
  @Override
  public final Stream<Finding> conda(CondaSection conda, Facts facts) {
    var findings = new ArrayList<Finding>();
    for (var dependency : conda.file().dependencies()) {
      if (dependency instanceof CondaPackage found) {
        of(conda, found).ifPresent(findings::add);
      } else if (dependency instanceof Dependency.Pip pip) {
        for (var found : pip.requirements()) {
          of(new PipItem(conda, found)).ifPresent(findings::add);
        }
      }
    }
    return findings.stream();
  }

  @Override
  public final Stream<Finding> requirements(RequirementsSource requirements, Facts facts) {
    if (requirements.use().constraints() && !judgesConstraints()) {
      return Stream.empty();
    }
    var findings = new ArrayList<Finding>();
    for (var entry : requirements.file().entries()) {
      // Few lines have something to be said of them; only those are searched for placeholders.
      of(new PipFileLine(requirements, entry))
          .filter(finding -> !Placeholders.in(entry.range().of(requirements.text())))
          .ifPresent(findings::add);
    }
    return findings.stream();
  }

  /** Whether the rule has something to say of lines that only limit versions. */
  boolean judgesConstraints() {
    return false;
  }

  private Optional<Finding> of(CondaSection conda, CondaPackage found) {
    if (found.spec() instanceof Parsed.Ok<MatchSpec> ok) {
      return wellFormed(conda, found, ok.value());
    }
    return found.spec().bad().flatMap(bad -> malformed(conda, found, bad));
  }

  private Optional<Finding> of(PipLine line) {
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
