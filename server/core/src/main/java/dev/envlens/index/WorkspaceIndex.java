package dev.envlens.index;

import dev.envlens.definition.Form;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.feature.Installer;
import java.net.URI;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the files of a workspace define and use, and the questions that are asked backwards. Holds
 * at most so many files; what is put beyond that is left out. Any thread may ask and put; every
 * answer is a value of its own. Answers are in the order of files and places.
 */
public final class WorkspaceIndex {

  private static final Comparator<Site> BY_PLACE =
      Comparator.comparing(Site::file).thenComparingInt(site -> site.range().start());

  private final int capacity;
  private final Map<URI, FileSummary> summaries = new HashMap<>();
  private final Inverted<URI> users = new Inverted<>(new HashMap<>());
  private final Inverted<String> definers = new Inverted<>(new TreeMap<>());
  private final Inverted<String> namers = new Inverted<>(new TreeMap<>());
  private final Inverted<String> byHash = new Inverted<>(new HashMap<>());
  private final Inverted<String> byOrderFree = new Inverted<>(new HashMap<>());
  private final PackageCounts packages = new PackageCounts();

  /**
   * @param capacity how many files it remembers at most
   */
  public WorkspaceIndex(int capacity) {
    this.capacity = capacity;
  }

  /**
   * Remembers {@code summary} instead of what was known of its file; an empty one is forgotten.
   *
   * @return whether there was room for it
   */
  public synchronized boolean put(FileSummary summary) {
    remove(summary.file());
    if (summary.isEmpty()) {
      return true;
    }
    if (summaries.size() >= capacity) {
      return false;
    }
    summaries.put(summary.file(), summary);
    each(summary, Inverted::add);
    summary.packages().forEach(packages::add);
    return true;
  }

  /** Forgets {@code file}. */
  public synchronized void remove(URI file) {
    var known = summaries.remove(file);
    if (known != null) {
      each(known, Inverted::remove);
      known.packages().forEach(packages::remove);
    }
  }

  /** Adds a key to a map, or removes it. */
  private interface Step {
    <K> void take(Inverted<K> map, K key, URI file);
  }

  private void each(FileSummary summary, Step step) {
    URI file = summary.file();
    for (var use : summary.uses()) {
      step.take(users, use.target(), file);
    }
    for (var named : summary.named()) {
      if (named.target() instanceof ReferenceTarget.InFile target) {
        target.file().ifPresent(to -> step.take(users, to, file));
      } else if (named.target() instanceof ReferenceTarget.Named target) {
        step.take(namers, target.name(), file);
      }
    }
    for (var definition : summary.definitions()) {
      definition.name().ifPresent(name -> step.take(definers, name, file));
      definition.identity().hash().ifPresent(hash -> step.take(byHash, hash, file));
      definition.identity().orderFree().ifPresent(hash -> step.take(byOrderFree, hash, file));
    }
  }

  /** What is known of {@code file}. */
  public synchronized Optional<FileSummary> of(URI file) {
    return Optional.ofNullable(summaries.get(file));
  }

  /** The files that something is known of. */
  public synchronized Set<URI> files() {
    return Set.copyOf(summaries.keySet());
  }

  /** The definitions registered as {@code name}. */
  public synchronized List<DefinedEnvironment> definitions(String name) {
    return definitions(
        definers.of(name), definition -> definition.name().equals(Optional.of(name)));
  }

  /** Those that {@code azureml:name:version} may mean: with that version, else with none. */
  public List<DefinedEnvironment> definitions(String name, String version) {
    return Versions.exactly(definitions(name), version);
  }

  /** Those that {@code reference} may mean; none for one of a registry. */
  public List<DefinedEnvironment> definitions(ReferenceTarget.Named reference) {
    return reference.registry().isPresent()
        ? List.of()
        : Versions.meant(definitions(reference.name()), reference);
  }

  /** The definitions whose image has this hash. */
  public synchronized List<DefinedEnvironment> sharing(String hash) {
    return definitions(
        byHash.of(hash), definition -> definition.identity().hash().equals(Optional.of(hash)));
  }

  /**
   * The definitions that differ in order alone from one with the hash {@code hash}, which would be
   * {@code orderFree} if what it lists were sorted.
   */
  public synchronized List<DefinedEnvironment> twins(String orderFree, String hash) {
    return definitions(
        byOrderFree.of(orderFree),
        definition ->
            definition.identity().orderFree().equals(Optional.of(orderFree))
                && !definition.identity().hash().equals(Optional.of(hash)));
  }

  private List<DefinedEnvironment> definitions(
      Collection<URI> files, Predicate<DefinedEnvironment> wanted) {
    return files.stream()
        .map(summaries::get)
        .flatMap(summary -> summary.definitions().stream())
        .filter(wanted)
        .sorted(Comparator.comparing(DefinedEnvironment::anchor, BY_PLACE))
        .toList();
  }

  /** The files that lead to {@code file}, over others too. */
  public synchronized Set<URI> allUsersOf(URI file) {
    var found = new LinkedHashSet<URI>();
    var next = List.of(file);
    while (!next.isEmpty()) {
      next = next.stream().flatMap(at -> users.of(at).stream()).filter(found::add).toList();
    }
    found.remove(file);
    return found;
  }

  /** The hashes of the definitions in files that lead to {@code file}, each once. */
  synchronized List<String> imagesWith(URI file) {
    return allUsersOf(file).stream()
        .flatMap(user -> Stream.ofNullable(summaries.get(user)))
        .flatMap(summary -> summary.definitions().stream())
        .flatMap(definition -> definition.identity().hash().stream())
        .distinct()
        .toList();
  }

  /** The paths that lead to {@code file}, those of {@code file:} references too. */
  public synchronized List<Site> sitesOf(URI file) {
    return users.of(file).stream()
        .map(summaries::get)
        .flatMap(
            summary ->
                Stream.concat(
                    summary.uses().stream()
                        .filter(use -> use.target().equals(file))
                        .map(FileUse::site),
                    inFile(summary, file).map(NamedEnvironment::site)))
        .distinct()
        .sorted(BY_PLACE)
        .toList();
  }

  /** The paths that stand in {@code file}, as far as it or an environment that uses it tells. */
  public synchronized List<FileUse> usesIn(URI file) {
    return Stream.concat(Stream.of(file), allUsersOf(file).stream())
        .flatMap(user -> Stream.ofNullable(summaries.get(user)))
        .flatMap(summary -> summary.uses().stream())
        .filter(use -> use.site().file().equals(file))
        .distinct()
        .toList();
  }

  private static Stream<NamedEnvironment> inFile(FileSummary summary, URI file) {
    return summary.named().stream()
        .filter(
            named ->
                named.target() instanceof ReferenceTarget.InFile target
                    && target.file().equals(Optional.of(file)));
  }

  /** The files that name, or define, an environment of the workspace as {@code name}. */
  public synchronized Set<URI> filesNaming(String name) {
    var found = new LinkedHashSet<>(definers.of(name));
    found.addAll(namers.of(name));
    return found;
  }

  /** The references that may mean {@code definition}: by its name and version, or by its file. */
  public synchronized List<NamedEnvironment> referencesTo(DefinedEnvironment definition) {
    var found = new LinkedHashSet<NamedEnvironment>();
    if (definition.form() != Form.INLINE) {
      users.of(definition.file()).stream()
          .map(summaries::get)
          .flatMap(summary -> inFile(summary, definition.file()))
          .forEach(found::add);
    }
    definition.name().ifPresent(name -> found.addAll(namedReferences(definition, name)));
    return found.stream().sorted(Comparator.comparing(NamedEnvironment::site, BY_PLACE)).toList();
  }

  private List<NamedEnvironment> namedReferences(DefinedEnvironment definition, String name) {
    var all = definitions(name);
    var meant = new HashMap<ReferenceTarget, Boolean>();
    return references(name).stream()
        .filter(
            reference ->
                meant.computeIfAbsent(
                    reference.target(),
                    target ->
                        Versions.meant(all, (ReferenceTarget.Named) target).contains(definition)))
        .toList();
  }

  /** Every reference to an environment {@code name} of the workspace, whatever its version. */
  public synchronized List<NamedEnvironment> references(String name) {
    return namers.of(name).stream()
        .map(summaries::get)
        .flatMap(summary -> summary.named().stream())
        .filter(
            named ->
                named.target() instanceof ReferenceTarget.Named target
                    && target.registry().isEmpty()
                    && target.name().equals(name))
        .sorted(Comparator.comparing(NamedEnvironment::site, BY_PLACE))
        .toList();
  }

  /** The references to just this: the same name and version, or label, and registry if any. */
  public synchronized List<NamedEnvironment> references(ReferenceTarget.Named target) {
    return namers.of(target.name()).stream()
        .map(summaries::get)
        .flatMap(summary -> summary.named().stream())
        .filter(named -> named.target().equals(target))
        .sorted(Comparator.comparing(NamedEnvironment::site, BY_PLACE))
        .toList();
  }

  /** The online deployments that use {@code definition} by its file or by its name. */
  public List<URI> onlineDeploymentsOf(DefinedEnvironment definition) {
    return referencesTo(definition).stream()
        .filter(NamedEnvironment::serves)
        .map(reference -> reference.site().file())
        .distinct()
        .toList();
  }

  /**
   * The packages that files list for {@code installer}, in the order of their names.
   *
   * @param wanted which names, as in {@link ListedPackage}
   * @param except a file that doesn't count
   * @param most how many at most
   */
  public synchronized List<String> packages(
      Installer installer, Predicate<String> wanted, URI except, int most) {
    return packages.names(installer, wanted, listed(except)).limit(most).toList();
  }

  /**
   * The versions in which files ask for a package, those that most files ask for first.
   *
   * @param name as in {@link ListedPackage}
   * @param except a file that doesn't count
   */
  public synchronized List<String> versions(Installer installer, String name, URI except) {
    return packages.versions(installer, name, listed(except));
  }

  private Set<ListedPackage> listed(URI file) {
    return of(file).map(summary -> Set.copyOf(summary.packages())).orElse(Set.of());
  }

  /**
   * The definitions of registered environments, in the order of their names.
   *
   * @param wanted which names
   * @param except a file that doesn't count
   * @param most of how many names at most
   */
  public synchronized List<DefinedEnvironment> definitions(
      Predicate<String> wanted, URI except, int most) {
    return definers
        .keys()
        .filter(wanted)
        .filter(name -> definers.isElsewhere(name, except))
        .limit(most)
        .flatMap(name -> definitions(name).stream())
        .filter(definition -> !definition.file().equals(except))
        .toList();
  }

  /** The references by name, as {@link #definitions(Predicate, URI, int)}. */
  public synchronized List<NamedEnvironment> references(
      Predicate<String> wanted, URI except, int most) {
    return namers
        .keys()
        .filter(wanted)
        .filter(name -> namers.isElsewhere(name, except))
        .limit(most)
        .flatMap(name -> namers.of(name).stream().flatMap(file -> named(file, name)))
        .filter(reference -> !reference.site().file().equals(except))
        .toList();
  }

  private Stream<NamedEnvironment> named(URI file, String name) {
    return summaries.get(file).named().stream()
        .filter(
            reference ->
                reference.target() instanceof ReferenceTarget.Named target
                    && target.name().equals(name));
  }

  /**
   * The named environments whose names hold the letters of {@code query} in their order, whatever
   * their case; the best first.
   *
   * @param most how many at most
   */
  public List<DefinedEnvironment> matching(String query, int most) {
    var match = new FuzzyMatch(query);
    Map<DefinedEnvironment, Integer> scores = new LinkedHashMap<>();
    for (var definition : named()) {
      match.score(definition.name().orElse("")).ifPresent(score -> scores.put(definition, score));
    }
    return scores.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<DefinedEnvironment, Integer> found) -> found.getValue())
                .thenComparing(found -> found.getKey().name().orElse(""))
                .thenComparing(found -> found.getKey().anchor(), BY_PLACE))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  private synchronized List<DefinedEnvironment> named() {
    return summaries.values().stream()
        .flatMap(summary -> summary.definitions().stream())
        .filter(definition -> definition.name().isPresent())
        .toList();
  }
}
