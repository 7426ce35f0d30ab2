package dev.envlens.index;

import dev.envlens.feature.Installer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How many files list which package in which version. */
final class PackageCounts {

  private final Map<Installer, SortedMap<String, Map<String, Integer>>> counts = new HashMap<>();

  void add(ListedPackage listed) {
    counts
        .computeIfAbsent(listed.installer(), any -> new TreeMap<>())
        .computeIfAbsent(listed.name(), any -> new HashMap<>())
        .merge(listed.version(), 1, Integer::sum);
  }

  void remove(ListedPackage listed) {
    counts.computeIfPresent(
        listed.installer(),
        (installer, names) -> {
          names.computeIfPresent(
              listed.name(),
              (name, versions) -> {
                versions.computeIfPresent(
                    listed.version(), (version, count) -> count == 1 ? null : count - 1);
                return versions.isEmpty() ? null : versions;
              });
          return names;
        });
  }

  /**
   * The names that are listed, in their order.
   *
   * @param own what one file lists, which doesn't count
   */
  Stream<String> names(Installer installer, Predicate<String> wanted, Set<ListedPackage> own) {
    return counts.getOrDefault(installer, new TreeMap<>()).keySet().stream()
        .filter(wanted)
        .filter(name -> elsewhere(installer, name, own).findAny().isPresent());
  }

  /** The versions of a package, those that most files ask for first. */
  List<String> versions(Installer installer, String name, Set<ListedPackage> own) {
    return elsewhere(installer, name, own)
        .filter(version -> !version.getKey().isEmpty())
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> version) -> -version.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The versions in which other files list a package. */
  private Stream<Map.Entry<String, Integer>> elsewhere(
      Installer installer, String name, Set<ListedPackage> own) {
    return counts
        .getOrDefault(installer, new TreeMap<>())
        .getOrDefault(name, Map.of())
        .entrySet()
        .stream()
        .filter(
            version ->
                version.getValue() > 1
                    || !own.contains(new ListedPackage(installer, name, version.getKey())));
  }
}
