package dev.envlens.check;

import dev.envlens.link.Place;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One fault, one finding: where two codes fit, which gives way. Takes n log n time for n findings.
 */
final class Precedence {

  /** {@code winner} silences {@code losers} that stand where it stands. */
  private record Beats(String winner, Set<String> losers) {}

  private static final List<Beats> AT_ONE_PLACE =
      List.of(
          new Beats("multiple-python", Set.of("duplicate-dependency")),
          new Beats("invalid-python", Set.of("loose-pin")),
          new Beats("unpinned-pip", Set.of("unpinned-package")),
          new Beats("curated-name", Set.of("reserved-name")),
          new Beats("stale-key", Set.of("unknown-key")),
          new Beats("beside-build-context", Set.of("runtime-variables", "deprecated-r-section")),
          new Beats("build-without-path", Set.of("context-not-found")),
          new Beats("invalid-image", Set.of("invalid-value")),
          new Beats("invalid-name", Set.of("invalid-value")),
          new Beats("invalid-context", Set.of("invalid-value")),
          new Beats("dockerfile-outside-context", Set.of("invalid-value")),
          new Beats("invalid-dependency", Set.of("invalid-value")),
          new Beats("invalid-requirement", Set.of("invalid-value")));

  private Precedence() {}

  static List<Finding> resolve(Collection<Finding> findings) {
    var byCode = findings.stream().collect(Collectors.groupingBy(Finding::code));
    var misplaced =
        with(byCode, "conda-file-as-environment")
            .map(f -> f.place().file())
            .collect(Collectors.toSet());
    var unreadable = Extents.of(with(byCode, "yaml-syntax"));
    var beaten = new HashMap<String, List<Extents>>();
    for (var beats : AT_ONE_PLACE) {
      var extents = Extents.of(with(byCode, beats.winner()));
      for (String loser : beats.losers()) {
        beaten.computeIfAbsent(loser, code -> new ArrayList<>()).add(extents);
      }
    }
    return findings.stream()
        .filter(
            finding ->
                is(finding, "yaml-syntax")
                    || (!unreadable.touch(finding.place())
                        && (is(finding, "conda-file-as-environment")
                            || !misplaced.contains(finding.place().file()))))
        .filter(
            finding ->
                beaten.getOrDefault(finding.code(), List.of()).stream()
                    .noneMatch(winner -> winner.touch(finding.place())))
        .toList();
  }

  private static Stream<Finding> with(Map<String, List<Finding>> byCode, String code) {
    return byCode.getOrDefault(code, List.of()).stream();
  }

  private static boolean is(Finding finding, String code) {
    return finding.code().equals(code);
  }

  /** Places, to be asked whether one of them shares text with another place. */
  private record Extents(Map<URI, List<Reach>> files) {

    /**
     * A place and how far the ones before it, in the order of their starts, reach, itself included.
     */
    private record Reach(Place place, int end) {}

    static Extents of(Stream<Finding> findings) {
      Map<URI, List<Reach>> files = new HashMap<>();
      findings
          .map(Finding::place)
          .sorted(Comparator.comparingInt(place -> place.range().start()))
          .forEach(
              place -> {
                var reaches = files.computeIfAbsent(place.file(), file -> new ArrayList<>());
                int before = reaches.isEmpty() ? 0 : reaches.get(reaches.size() - 1).end();
                reaches.add(new Reach(place, Math.max(before, place.range().end())));
              });
      return new Extents(files);
    }

    boolean touch(Place other) {
      var reaches = files.getOrDefault(other.file(), List.of());
      int i = firstStartingAfter(reaches, other.range().end()) - 1;
      while (i >= 0 && reaches.get(i).end() >= other.range().start()) {
        if (reaches.get(i).place().range().intersects(other.range())) {
          return true;
        }
        i--;
      }
      return false;
    }

    private static int firstStartingAfter(List<Reach> reaches, int offset) {
      int low = 0;
      int high = reaches.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (reaches.get(middle).place().range().start() <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
