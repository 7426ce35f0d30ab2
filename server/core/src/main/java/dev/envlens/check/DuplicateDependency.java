package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.MatchSpec;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.Part;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
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

  /** A package, where it is listed; {@code condition} is that of a line of pip's. */
  private record Named(Listed listed, String name, String key, Optional<String> condition) {

    static Named of(Listed listed, String name, Optional<String> condition) {
      return new Named(listed, name, new PackageName(name).key(), condition);
    }

    boolean isConda() {
      return listed.pip().isEmpty();
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
    var all = named(conda.file());
    var repeated = repeated(all);
    var findings = new ArrayList<Finding>();
    Map<String, Named> seen = new HashMap<>();
    for (var named : all) {
      if (repeated.contains(named.key())) {
        named.clashes().stream()
            .map(seen::get)
            .filter(Objects::nonNull)
            .findFirst()
            .ifPresent(earlier -> findings.add(finding(conda, named, earlier)));
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

  private static List<Named> named(CondaFile file) {
    var result = new ArrayList<Named>();
    for (var dependency : file.dependencies()) {
      if (dependency instanceof Dependency.CondaPackage found
          && found.spec() instanceof Parsed.Ok<MatchSpec> ok
          && isOne(ok.value())) {
        result.add(Named.of(Listed.of(found), ok.value().name().text(), Optional.empty()));
      } else if (dependency instanceof Dependency.Pip pip) {
        for (var found : pip.requirements()) {
          if (found.line() instanceof Parsed.Ok<RequirementLine> ok
              && ok.value() instanceof RequirementLine.Named line) {
            var requirement = line.requirement();
            result.add(
                Named.of(
                    Listed.of(found, pip),
                    requirement.name().text(),
                    requirement.marker().map(Part::text)));
          }
        }
      }
    }
    return result;
  }

  private static boolean isOne(MatchSpec spec) {
    return PackageNames.isSingle(spec)
        && !PackageNames.isVirtual(spec)
        && !PackageNames.is(spec, PackageNames.PYTHON);
  }

  private Finding finding(CondaSection conda, Named later, Named earlier) {
    int line = earlier.listed().line(conda);
    String message =
        later.isConda() == earlier.isConda()
            ? "'%s' is listed twice: line %d has it too. Keep one of the two."
            : "'%s' is listed for both conda and pip: line %d has it too. Keep one of the two, or pip may replace what conda installs.";
    return finding(
        conda.place(later.listed().range()),
        message.formatted(later.name(), line),
        Listed.removals(conda, later.listed(), earlier.listed()));
  }
}
