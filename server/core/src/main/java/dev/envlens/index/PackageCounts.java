package dev.envlens.index;

import dev.envlens.index.ListedPackage.Installer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many files list which package in which version. */
final class PackageCounts {

  private final Map<Installer, Map<String, Map<String, Integer>>> counts = new HashMap<>();

  void add(ListedPackage listed) {
    counts
        .computeIfAbsent(listed.installer(), any -> new HashMap<>())
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

  List<String> names(Installer installer) {
    return counts.getOrDefault(installer, Map.of()).keySet().stream().sorted().toList();
  }

  /** Those that most files ask for first. */
  List<String> versions(Installer installer, String name) {
    return counts.getOrDefault(installer, Map.of()).getOrDefault(name, Map.of()).entrySet().stream()
        .filter(version -> !version.getKey().isEmpty())
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> version) -> -version.getValue())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
