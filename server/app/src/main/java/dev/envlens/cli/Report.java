package dev.envlens.cli;

import dev.envlens.check.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What a check found.
 *
 * @param findings each once, sorted
 * @param files how many files were looked at
 * @param environments how many definitions stand in them
 * @param problems a line on each file that could not be checked
 */
record Report(List<Reported> findings, int files, int environments, List<String> problems) {

  Report {
    findings = distinct(findings);
    problems = List.copyOf(problems);
  }

  /** A conda file of two environments is checked with each, and reported once. */
  private static List<Reported> distinct(Collection<Reported> findings) {
    var distinct = new LinkedHashMap<Reported.Identity, Reported>();
    findings.stream()
        .sorted(Reported.ORDER)
        .forEach(finding -> distinct.putIfAbsent(finding.identity(), finding));
    return List.copyOf(distinct.values());
  }

  boolean has(Severity least) {
    return findings.stream().anyMatch(finding -> finding.severity().isAtLeast(least));
  }

  long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  long filesWithFindings() {
    return findings.stream().map(Reported::file).distinct().count();
  }
}
