package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.link.FileState;
import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Why the last builds of open environments failed. A fault is shown at the lines that it is about,
 * wherever edits above move them, until those lines read otherwise or a build says something else.
 */
final class BuildFaults {

  /** Which environment: a file and a JSON pointer in it. */
  private record Key(URI file, String pointer) {}

  /**
   * @param lines the whole lines that the finding stood in, as they read when the build failed
   * @param start where they began
   */
  private record Fault(Finding finding, String lines, int start) {}

  private final Map<Key, List<Fault>> faults = new ConcurrentHashMap<>();

  /**
   * A build of the environment has ended.
   *
   * @param findings why it failed, in the files as {@code surroundings} show them; none when it did
   *     not
   */
  void ended(URI file, String pointer, List<Finding> findings, Surroundings surroundings) {
    faults.put(
        new Key(file, pointer),
        findings.stream().flatMap(finding -> fault(finding, surroundings).stream()).toList());
  }

  private static Optional<Fault> fault(Finding finding, Surroundings surroundings) {
    var range = finding.place().range();
    return text(finding.place().file(), surroundings)
        .filter(text -> range.end() <= text.length())
        .map(
            text -> {
              int start = text.lastIndexOf('\n', range.start() - 1) + 1;
              int end = text.indexOf('\n', range.end());
              return new Fault(
                  finding, text.substring(start, end < 0 ? text.length() : end), start);
            });
  }

  /** What there is still to say of the environments of {@code file}. */
  List<Finding> of(URI file, Surroundings surroundings) {
    if (faults.isEmpty()) {
      return List.of();
    }
    return faults.entrySet().stream()
        .filter(entry -> entry.getKey().file().equals(file))
        .flatMap(entry -> entry.getValue().stream())
        .flatMap(fault -> now(fault, surroundings).stream())
        .distinct()
        .toList();
  }

  private static Optional<Finding> now(Fault fault, Surroundings surroundings) {
    var file = fault.finding().place().file();
    return text(file, surroundings)
        .flatMap(text -> start(fault, text))
        .map(
            start -> {
              var was = fault.finding().place().range();
              int moved = start - fault.start();
              var range = new TextRange(was.start() + moved, was.end() + moved);
              var finding = fault.finding();
              return new Finding(
                  finding.code(),
                  finding.severity(),
                  new Place(file, range),
                  finding.message(),
                  List.of());
            });
  }

  /** Where the same lines begin now, nearest to where they did. */
  private static Optional<Integer> start(Fault fault, String text) {
    return IntStream.iterate(
            text.indexOf(fault.lines()), at -> at >= 0, at -> text.indexOf(fault.lines(), at + 1))
        .filter(at -> isLine(text, at, at + fault.lines().length()))
        .boxed()
        .min(Comparator.comparingInt(at -> Math.abs(at - fault.start())));
  }

  private static boolean isLine(String text, int start, int end) {
    return (start == 0 || text.charAt(start - 1) == '\n')
        && (end == text.length() || text.charAt(end) == '\n');
  }

  void gone(URI file) {
    faults.keySet().removeIf(key -> key.file().equals(file));
  }

  private static Optional<String> text(URI file, Surroundings surroundings) {
    return surroundings.file(file) instanceof FileState.Text known
        ? Optional.of(known.text())
        : Optional.empty();
  }
}
