package dev.envlens.index;

import dev.envlens.definition.Contents;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;

/**
 * What one file defines and uses. What its own text says comes from that text alone; the images of
 * its definitions also from the files that it leads to.
 *
 * @param named the environments that it names, in the order of the text
 * @param uses the files that it names itself, not those that these name
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
