package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries every fix of every finding of a check, by itself, and checks again. A fix ends its finding,
 * brings no new one but hints, leaves nothing that reads worse than before, and says in its title
 * that it moves the hash if and only if it does; a safe one must not move it.
 */
final class FixTrial {

  /** What is the next thing to mend once a fault is gone: a file that is found may be refused. */
  private static final Map<String, String> NEXT =
      Map.of("requirements-not-found", "local-path-in-conda");

  private final Check check;
  private final List<Finding> before;
  private final List<Optional<String>> hashesBefore;

  private FixTrial(Check check) {
    this.check = check;
    this.before = check.findings();
    this.hashesBefore = check.hashes(check.texts());
  }

  static void of(Check check) {
    var trial = new FixTrial(check);
    for (var finding : trial.before) {
      trial.tryJudging(finding);
      for (var fix : finding.fixes()) {
        trial.tryOut(finding, fix);
      }
    }
  }

  private void tryOut(Finding finding, Fix fix) {
    var fixed = check.apply(fix);
    String what = "'%s' of %s in\n%s".formatted(fix.title(), finding, fixed);
    var after = check.findings(fixed);
    // What is converted is left as it is, beside the new files.
    if (!finding.code().equals("v1-definition")) {
      assertTrue(
          count(after, finding.code()) < count(before, finding.code()),
          () -> "still there after " + what);
    }
    for (var left : after) {
      // What a fix writes is seldom perfect: an image with a tag has no digest yet.
      assertTrue(
          left.severity() == Severity.HINT
              || left.code().equals(NEXT.get(finding.code()))
              || count(after, left.code()) <= count(before, left.code()),
          () -> left + "\nis new after " + what);
    }
    tryHash(fix, check.hashes(fixed), what);
    fixed.forEach((path, text) -> tryReading(path, text, what));
    assertTrue(
        !fix.safe() || Rules.of(finding.code()).orElseThrow().hasSafeFix(),
        () -> finding.code() + " has a safe fix and doesn't say so");
  }

  private static long count(List<Finding> list, String code) {
    return list.stream().filter(finding -> finding.code().equals(code)).count();
  }

  private void tryHash(Fix fix, List<Optional<String>> after, String what) {
    if (hashesBefore.stream().noneMatch(Optional::isPresent)) {
      // Nothing has a hash that could move, as when a conda file is opened by itself.
      return;
    }
    boolean moved =
        hashesBefore.stream().anyMatch(hash -> hash.isPresent() && !after.contains(hash));
    assertEquals(
        moved, fix.title().endsWith("(new hash)"), () -> "whether the hash moves by " + what);
    assertTrue(!(moved && fix.safe()), () -> "a safe fix moves the hash: " + what);
  }

  private void tryReading(String path, String text, String what) {
    String old = check.texts().get(path);
    if (path.endsWith("Dockerfile")) {
      return;
    }
    if (old != null) {
      assertTrue(
          Yaml.parse(text).problems().size() <= Yaml.parse(old).problems().size(),
          () -> "reads worse after " + what);
      return;
    }
    // A new file is sound by itself.
    assertEquals(
        List.of(),
        Check.file(path, text).knowing(check.facts()).findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .filter(finding -> !finding.code().endsWith("-not-found"))
            .toList(),
        () -> "in a file that is new after " + what);
  }

  /** What a rule says of a linked file, it says of it opened by itself, or says that it doesn't. */
  private void tryJudging(Finding finding) {
    String path = Check.path(finding.place().file());
    if (path.equals(check.main()) || Rules.of(finding.code()).orElseThrow().dependsOnUse()) {
      return;
    }
    var alone = Check.file(path, check.texts().get(path)).knowing(check.facts());
    if (alone.isOurs()) {
      assertTrue(
          alone.findings().contains(finding),
          () -> "found only because of its use, which its rule doesn't say: " + finding);
    }
  }
}
