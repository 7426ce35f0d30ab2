package dev.envlens.check;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One fault, one finding: where two codes fit, which gives way. */
final class Precedence {

  /** {@code winner} silences {@code losers} that stand where it stands. */
  private record Beats(String winner, Set<String> losers) {}

  private static final List<Beats> AT_ONE_PLACE =
      List.of(
          new Beats("multiple-python", Set.of("duplicate-dependency")),
          new Beats("unpinned-pip", Set.of("unpinned-package")),
          new Beats("stale-key", Set.of("unknown-key")),
          new Beats("invalid-image", Set.of("invalid-value")),
          new Beats("invalid-name", Set.of("invalid-value")),
          new Beats("invalid-context", Set.of("invalid-value")),
          new Beats("dockerfile-outside-context", Set.of("invalid-value")),
          new Beats("invalid-dependency", Set.of("invalid-value")),
          new Beats("invalid-requirement", Set.of("invalid-value")));

  private Precedence() {}

  static List<Finding> resolve(Collection<Finding> findings) {
    var misplaced = filesWith(findings, "conda-file-as-environment");
    var unreadable = findings.stream().filter(finding -> is(finding, "yaml-syntax")).toList();
    return findings.stream()
        .filter(
            finding ->
                is(finding, "conda-file-as-environment")
                    || is(finding, "yaml-syntax")
                    || !misplaced.contains(finding.place().file()))
        .filter(
            finding ->
                is(finding, "yaml-syntax")
                    || unreadable.stream().noneMatch(syntax -> overlap(syntax, finding)))
        .filter(finding -> !isBeaten(finding, findings))
        .toList();
  }

  private static Set<URI> filesWith(Collection<Finding> findings, String code) {
    return findings.stream()
        .filter(finding -> is(finding, code))
        .map(finding -> finding.place().file())
        .collect(Collectors.toSet());
  }

  private static boolean isBeaten(Finding finding, Collection<Finding> findings) {
    for (var beats : AT_ONE_PLACE) {
      if (beats.losers().contains(finding.code())
          && findings.stream()
              .anyMatch(other -> is(other, beats.winner()) && overlap(other, finding))) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(Finding finding, String code) {
    return finding.code().equals(code);
  }

  private static boolean overlap(Finding one, Finding other) {
    return one.place().file().equals(other.place().file())
        && one.place().range().intersects(other.place().range());
  }
}
