package dev.envlens.check;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.Parsed;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.text.Placeholders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Shows each dependency to every rule that looks at them one by one. */
final class PackageChecks {

  private static final List<PackageRule> ALL =
      Rules.ALL.stream()
          .filter(PackageRule.class::isInstance)
          .map(PackageRule.class::cast)
          .toList();

  private final Set<Rule> enabled;
  private final Unremarkable unremarkable;

  /**
   * @param enabled of which rules findings are wanted
   */
  PackageChecks(Collection<Rule> enabled, Unremarkable unremarkable) {
    this.enabled = Set.copyOf(enabled);
    this.unremarkable = unremarkable;
  }

  // Loops, for the sake of files with thousands of dependencies.
  /**
   * @param fixes pin to the image that was built with it, where there is one
   */
  List<Finding> of(CondaSection conda, Optional<VersionFixes> fixes) {
    var findings = new ArrayList<Finding>();
    var limits = Limits.of(conda.file());
    for (var dependency : conda.file().dependencies()) {
      if (dependency instanceof Dependency.CondaPackage found) {
        int before = findings.size();
        ask(found.spec(), rule -> rule.of(conda, found), false, findings);
        fixes.ifPresent(pins -> pins.addTo(findings, before, pins.of(conda, found)));
      } else if (dependency instanceof Dependency.Pip pip) {
        for (var found : pip.requirements()) {
          int before = findings.size();
          var line = new PipItem(conda, found);
          ask(found.line(), rule -> rule.of(line), limits.pin(found.line()), findings);
          fixes.ifPresent(pins -> pins.addTo(findings, before, pins.of(line)));
        }
      }
    }
    return findings;
  }

  /**
   * @param limits what constraints files say of what is installed from the file
   */
  List<Finding> of(RequirementsSource requirements, Limits limits) {
    boolean constraints = requirements.use().constraints();
    var findings = new ArrayList<Finding>();
    for (var entry : requirements.file().entries()) {
      var line = new PipFileLine(requirements, entry);
      int before = findings.size();
      if (constraints) {
        askOfConstraint(line, findings);
      } else {
        ask(entry.line(), rule -> rule.of(line), limits.pin(entry.line()), findings);
      }
      // Few lines have something to be said of them; only those are searched for placeholders.
      if (findings.size() > before && Placeholders.in(entry.range().of(requirements.text()))) {
        findings.subList(before, findings.size()).clear();
      }
    }
    return findings;
  }

  /** Not all rules are asked of a line that only limits versions, so nothing is remembered. */
  private void askOfConstraint(PipFileLine line, List<Finding> findings) {
    for (var rule : ALL) {
      if (rule.judgesConstraints() && enabled.contains(rule)) {
        rule.of(line).ifPresent(findings::add);
      }
    }
  }

  /**
   * Asks the rules that are switched off, too: the settings may change.
   *
   * @param limited whether a constraints file may give the version
   */
  private void ask(
      Parsed<?> dependency,
      Function<PackageRule, Optional<Finding>> question,
      boolean limited,
      List<Finding> findings) {
    if (unremarkable.includes(dependency)) {
      return;
    }
    boolean silent = true;
    for (var rule : ALL) {
      var finding = question.apply(rule);
      if (finding.isPresent()) {
        silent = false;
        if (enabled.contains(rule) && !(limited && rule.wantsVersion())) {
          findings.add(finding.get());
        }
      }
    }
    if (silent) {
      unremarkable.add(dependency);
    }
  }
}
