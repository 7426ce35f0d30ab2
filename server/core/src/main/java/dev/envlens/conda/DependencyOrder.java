package dev.envlens.conda;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The order in which two lists of the same dependencies are alike: packages by name however it is
 * spelt, then by their text; {@code pip} and the {@code pip:} lists last. Within a {@code pip:}
 * list, options for all of it come first in their order, then named requirements by name, then
 * URLs, repositories and paths in their order. What isn't a dependency stays where it is among its
 * like, behind the packages. Channels have no such order: theirs has a meaning.
 */
public final class DependencyOrder {

  private static final String PIP = "pip";

  private record Key(int rank, String name, String text) {}

  private static final Comparator<Key> BY_KEY =
      Comparator.comparingInt(Key::rank).thenComparing(Key::name).thenComparing(Key::text);

  private DependencyOrder() {}

  /** The items of {@code dependencies}, sorted; the {@code pip:} lists in them are left alone. */
  public static List<Dependency> sorted(List<Dependency> dependencies) {
    return sorted(dependencies, item -> new Key(rank(item), name(item), text(item)));
  }

  /** The items of a {@code pip:} list, sorted. */
  public static List<Dependency.PipRequirement> sortedRequirements(
      List<Dependency.PipRequirement> requirements) {
    return sorted(requirements, item -> new Key(rank(item), name(item), text(item)));
  }

  /** Each key is made once: lists may be long. */
  private static <T> List<T> sorted(List<T> items, Function<T, Key> key) {
    return items.stream()
        .map(item -> Map.entry(key.apply(item), item))
        .sorted(Map.Entry.comparingByKey(BY_KEY))
        .map(Map.Entry::getValue)
        .toList();
  }

  /**
   * All that conda and pip install, sorted, as written: equal for two definitions whose
   * dependencies differ in order alone.
   */
  public static List<String> texts(CondaFile file) {
    return sorted(file.dependencies()).stream().flatMap(DependencyOrder::texts).toList();
  }

  private static Stream<String> texts(Dependency dependency) {
    return dependency instanceof Dependency.Pip pip
        ? Stream.concat(
            Stream.of("pip:"),
            sortedRequirements(pip.requirements()).stream().map(item -> item.text().text()))
        : Stream.of(text(dependency));
  }

  private static int rank(Dependency dependency) {
    if (dependency instanceof Dependency.CondaPackage) {
      return name(dependency).equals(PIP) ? 2 : 0;
    }
    return dependency instanceof Dependency.Pip ? 3 : 1;
  }

  private static String name(Dependency dependency) {
    return dependency instanceof Dependency.CondaPackage found
        ? found.spec().ok().map(spec -> spec.packageName().key()).orElse(found.text().text())
        : "";
  }

  private static String text(Dependency dependency) {
    return dependency instanceof Dependency.CondaPackage found ? found.text().text() : "";
  }

  private static int rank(Dependency.PipRequirement item) {
    var line = item.line().ok();
    if (line.filter(DependencyOrder::isOption).isPresent()) {
      return 0;
    }
    return line.isEmpty() || line.get() instanceof RequirementLine.Named ? 1 : 2;
  }

  private static boolean isOption(RequirementLine line) {
    return line instanceof RequirementLine.Options
        || line instanceof RequirementLine.IncludeRequirements
        || line instanceof RequirementLine.Constraints
        || line instanceof RequirementLine.Blank;
  }

  private static String name(Dependency.PipRequirement item) {
    if (rank(item) != 1) {
      return "";
    }
    return item.line().ok().orElse(null) instanceof RequirementLine.Named named
        ? named.requirement().packageName().key()
        : item.text().text();
  }

  private static String text(Dependency.PipRequirement item) {
    return rank(item) == 1 ? item.text().text() : "";
  }
}
