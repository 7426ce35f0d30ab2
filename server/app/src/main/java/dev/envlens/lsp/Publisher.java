package dev.envlens.lsp;

import dev.envlens.check.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whose findings stand in which file. A conda file's findings may come from itself, when it is
 * open, and from every environment that uses it: each is shown once, for as long as one of them
 * says it.
 */
final class Publisher {

  /** Where findings are shown. */
  interface Target {
    /**
     * Shows the findings of one file, or leaves it where nothing has changed for the client.
     *
     * @param version that of the open document
     * @param own whether the file's own newest version was analysed, which is always answered
     */
    void publish(URI file, Optional<Integer> version, List<Finding> findings, boolean own);
  }

  private record Contribution(Optional<Integer> version, List<Finding> findings) {}

  private final Function<URI, Optional<Integer>> openVersion;
  private final Target target;
  private final Map<URI, Map<URI, Contribution>> byContributor = new HashMap<>();

  Publisher(Function<URI, Optional<Integer>> openVersion, Target target) {
    this.openVersion = openVersion;
    this.target = target;
  }

  /** Takes the findings of a finished analysis, unless it was overtaken meanwhile. */
  synchronized void add(Analysis analysis, boolean enabled) {
    var document = analysis.document();
    if (!openVersion.apply(document.uri()).equals(Optional.of(document.version()))) {
      return;
    }
    Map<URI, List<Finding>> byFile = new HashMap<>();
    byFile.put(document.uri(), new ArrayList<>());
    if (enabled) {
      for (var finding : analysis.findings()) {
        byFile.computeIfAbsent(finding.place().file(), file -> new ArrayList<>()).add(finding);
      }
    }
    replace(document.uri(), contributions(analysis, byFile));
  }

  private static Map<URI, Contribution> contributions(
      Analysis analysis, Map<URI, List<Finding>> byFile) {
    Map<URI, Contribution> contributions = new HashMap<>();
    byFile.forEach(
        (file, findings) ->
            contributions.put(
                file,
                new Contribution(
                    Optional.ofNullable(analysis.asking().versions().get(file)),
                    Collections.unmodifiableList(findings))));
    return contributions;
  }

  /**
   * Takes what the analysis of a file that isn't open says of files that are: nothing else of it is
   * shown.
   */
  synchronized void addGuest(Analysis analysis, boolean enabled) {
    Map<URI, List<Finding>> byFile = new HashMap<>();
    if (enabled) {
      for (var finding : analysis.findings()) {
        if (openVersion.apply(finding.place().file()).isPresent()) {
          byFile.computeIfAbsent(finding.place().file(), file -> new ArrayList<>()).add(finding);
        }
      }
    }
    replace(analysis.document().uri(), contributions(analysis, byFile));
  }

  /** The document is closed: what only it said is no longer said. */
  synchronized void close(URI document) {
    replace(document, Map.of());
  }

  /** What is to be said about {@code file} now. */
  synchronized List<Finding> of(URI file) {
    return findings(file, openVersion.apply(file));
  }

  private void replace(URI contributor, Map<URI, Contribution> contributions) {
    Map<URI, Contribution> before =
        contributions.isEmpty()
            ? byContributor.remove(contributor)
            : byContributor.put(contributor, contributions);
    Set<URI> touched = new HashSet<>(contributions.keySet());
    if (before != null) {
      touched.addAll(before.keySet());
    }
    touched.add(contributor);
    for (var file : touched) {
      var version = openVersion.apply(file);
      target.publish(file, version, findings(file, version), contributor.equals(file));
    }
  }

  /**
   * Each finding once: of those that say the same the one that knows most ways to mend it, as where
   * an image of the environment is known.
   */
  static Stream<Finding> most(Stream<Finding> findings) {
    Map<Finding, Finding> all = new LinkedHashMap<>();
    findings.forEach(
        finding ->
            all.merge(
                finding,
                finding,
                (one, other) -> other.fixes().size() > one.fixes().size() ? other : one));
    return all.values().stream();
  }

  /** From all who looked at the version that is open now, or at the disk when none is. */
  private List<Finding> findings(URI file, Optional<Integer> version) {
    var all =
        byContributor.values().stream()
            .flatMap(contributions -> Optional.ofNullable(contributions.get(file)).stream())
            .filter(contribution -> contribution.version().equals(version))
            .map(Contribution::findings)
            .toList();
    if (all.size() == 1) {
      return all.get(0); // each once already, and in order: there may be thousands
    }
    return most(all.stream().flatMap(List::stream))
        .sorted(Comparator.comparingInt(finding -> finding.place().range().start()))
        .toList();
  }
}
