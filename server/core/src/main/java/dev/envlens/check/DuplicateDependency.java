package dev.envlens.check;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Part;
import dev.envlens.conda.Requirement;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.link.Place;
import dev.envlens.text.LineIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code duplicate-dependency}: a package is listed twice, however its name is spelt, or for both
 * conda and pip. Two lines of pip's with conditions that differ aren't duplicates, for only one of
 * them may apply; nor is a conditional one beside a conda package. A second Python has a code of
 * its own, {@link MultiplePython}.
 */
final class DuplicateDependency extends CondaRule {

  /**
   * Names that mean one thing on conda-forge and another on PyPI: there a program or a library,
   * here something for Python (conda-forge's package metadata, 2025).
   */
  private static final Set<String> NAMESAKES = Set.of("ffmpeg", "graphviz", "snappy", "tesseract");

  private static final String CONDA = " conda";
  private static final String PIP = " pip";

  /** The condition follows; none means always. */
  private static final String PIP_IF = " pip if ";

  DuplicateDependency() {
    super(
        "duplicate-dependency",
        Severity.WARNING,
        "A package is listed twice, or for both conda and pip.");
  }

  /** A package, where it is named; {@code condition} is that of a line of pip's. */
  private record Named(
      Mention mention, boolean isConda, String name, String key, Optional<String> condition) {

    static Named conda(Mention mention, MatchSpec spec) {
      String name = spec.name().text();
      return new Named(mention, true, name, new PackageName(name).key(), Optional.empty());
    }

    static Named pip(Mention mention, Requirement requirement) {
      String name = requirement.name().text();
      var condition = requirement.marker().map(Part::text);
      return new Named(mention, false, name, new PackageName(name).key(), condition);
    }

    /** As what later ones can clash with it. */
    List<String> roles() {
      return isConda()
          ? List.of(key + CONDA)
          : List.of(key + PIP, key + PIP_IF + condition.orElse(""));
    }

    /** What it clashes with, the worst first. */
    List<String> clashes() {
      if (condition.isPresent()) {
        return List.of(key + PIP_IF, key + PIP_IF + condition.get());
      }
      String own = key + (isConda() ? CONDA : PIP);
      String other = key + (isConda() ? PIP_IF : CONDA);
      return NAMESAKES.contains(key) ? List.of(own) : List.of(own, other);
    }
  }

  @Override
  public Stream<Finding> conda(CondaSection conda, Facts facts) {
    return clashes(named(conda));
  }

  @Override
  public Stream<Finding> requirements(RequirementsSource requirements, Facts facts) {
    return requirements.use().constraints() ? Stream.empty() : clashes(named(requirements));
  }

  private Stream<Finding> clashes(List<Named> all) {
    var repeated = repeated(all);
    var findings = new ArrayList<Finding>();
    Map<String, Named> seen = new HashMap<>();
    var places = new HashSet<Place>();
    for (var named : all) {
      // A list that an alias repeats has each package in one place.
      if (repeated.contains(named.key()) && places.add(named.mention().place())) {
        named.clashes().stream()
            .map(seen::get)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(earlier -> findings.add(finding(named, earlier)));
        named.roles().forEach(role -> seen.putIfAbsent(role, named));
      }
    }
    return findings.stream();
  }

  private static Set<String> repeated(List<Named> all) {
    var once = new HashSet<String>();
    var twice = new HashSet<String>();
    for (var named : all) {
      if (!once.add(named.key())) {
        twice.add(named.key());
      }
    }
    return twice;
  }

  private static List<Named> named(CondaSection conda) {
    var result = new ArrayList<Named>();
    for (var dependency : conda.file().dependencies()) {
      if (dependency instanceof Dependency.CondaPackage found
          && found.spec() instanceof Parsed.Ok<MatchSpec> ok
          && isOne(ok.value())) {
        result.add(Named.conda(Listed.of(conda, found), ok.value()));
      } else if (dependency instanceof Dependency.Pip pip) {
        for (var found : pip.requirements()) {
          if (found.line() instanceof Parsed.Ok<RequirementLine> ok
              && ok.value() instanceof RequirementLine.Named line) {
            result.add(Named.pip(Listed.of(conda, found, pip), line.requirement()));
          }
        }
      }
    }
    return result;
  }

  private static List<Named> named(RequirementsSource requirements) {
    var result = new ArrayList<Named>();
    var lines = LineIndex.of(requirements.text());
    for (var entry : requirements.file().entries()) {
      if (entry.line() instanceof Parsed.Ok<RequirementLine> ok
          && ok.value() instanceof RequirementLine.Named line) {
        result.add(Named.pip(new FileMention(requirements, lines, entry), line.requirement()));
      }
    }
    return result;
  }

  private static boolean isOne(MatchSpec spec) {
    return PackageNames.isSingle(spec)
        && !PackageNames.isVirtual(spec)
        && !PackageNames.is(spec, PackageNames.PYTHON);
  }

  private Finding finding(Named later, Named earlier) {
    int line = earlier.mention().line();
    String message =
        later.isConda() == earlier.isConda()
            ? "'%s' is listed twice: line %d has it too. Keep one of the two."
            : "'%s' is listed for both conda and pip: line %d has it too. Keep one of the two, or pip may replace what conda installs.";
    return finding(
        later.mention().place(),
        message.formatted(later.name(), line),
        Mention.removals(later.mention(), earlier.mention()));
  }
}
