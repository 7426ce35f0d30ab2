package dev.envlens.index;

import dev.envlens.definition.Contents;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one file defines and uses. What its own text says comes from that text alone; the images of
 * its definitions, and what these are built from, also from the files that it leads to.
 *
 * @param named the environments that it names, in the order of the text
 * @param uses the files that it names itself; and, for what its definitions are built from, those
 *     that a Dockerfile installs and that requirements files include, with the place in that file
 * @param packages what its conda definitions list, each once
 */
public record FileSummary(
    URI file,
    List<DefinedEnvironment> definitions,
    List<NamedEnvironment> named,
    List<FileUse> uses,
    List<ListedPackage> packages) {

  public FileSummary {
    definitions = List.copyOf(definitions);
    named = List.copyOf(named);
    uses = List.copyOf(uses);
    packages = List.copyOf(packages);
  }

  /** The summary of {@code contents}, their images as {@code surroundings} are now. */
  public static FileSummary of(Contents contents, Surroundings surroundings) {
    return new SummaryReader(contents, surroundings).read();
  }

  /** Whether there is anything to remember. */
  public boolean isEmpty() {
    return definitions.isEmpty() && named.isEmpty() && uses.isEmpty() && packages.isEmpty();
  }

  /**
   * The names and hashes of the definitions that only one of both has: what is said elsewhere of
   * the same names and hashes may be another thing now.
   */
  public Set<String> changedMarks(FileSummary other) {
    if (definitions.equals(other.definitions)) {
      return Set.of();
    }
    var marks = new HashSet<String>();
    marks.addAll(marksWithout(other));
    marks.addAll(other.marksWithout(this));
    return marks;
  }

  private Set<String> marksWithout(FileSummary other) {
    var theirs = new HashSet<List<Object>>();
    other.definitions.forEach(definition -> theirs.add(seen(definition)));
    return definitions.stream()
        .filter(definition -> !theirs.contains(seen(definition)))
        .flatMap(
            definition -> Stream.concat(definition.name().stream(), definition.identity().marks()))
        .collect(Collectors.toSet());
  }

  /** What others see of a definition: wherever it stands. */
  private static List<Object> seen(DefinedEnvironment definition) {
    return List.of(
        definition.named(), definition.form(), definition.pointer(), definition.identity());
  }

  /** Whether the file names an environment, or defines an image, by one of {@code marks}. */
  public boolean looksFor(Set<String> marks) {
    return named.stream()
            .anyMatch(
                one ->
                    one.target() instanceof ReferenceTarget.Named target
                        && marks.contains(target.name()))
        || definitions.stream()
            .flatMap(definition -> definition.identity().marks())
            .anyMatch(marks::contains);
  }

  /** Whether both use and name the same, wherever that stands in the file. */
  public boolean leadsWhere(FileSummary other) {
    return named.stream()
            .map(one -> List.of(one.target(), one.serves()))
            .toList()
            .equals(other.named.stream().map(one -> List.of(one.target(), one.serves())).toList())
        && uses.stream()
            .map(FileUse::target)
            .toList()
            .equals(other.uses.stream().map(FileUse::target).toList())
        && definitions.stream()
            .map(DefinedEnvironment::named)
            .toList()
            .equals(other.definitions.stream().map(DefinedEnvironment::named).toList());
  }
}
