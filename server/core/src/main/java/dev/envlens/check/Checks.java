package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Reference;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.definition.Source;
import dev.envlens.schema.Format;
import dev.envlens.schema.Schemas;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Mapping;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Shows a file and what it leads to to every rule. */
public final class Checks {

  private static final UnusedIgnore UNUSED_IGNORE = new UnusedIgnore();

  private final List<Rule> rules;
  private final Facts facts;
  private final PackageChecks packages;
  private final Map<String, Severity> severities = new HashMap<>();
  private final Set<Finding> found = new LinkedHashSet<>();
  private final Set<URI> linked = new HashSet<>();

  private Checks(Severities wanted, Facts facts, Unremarkable unremarkable) {
    this.facts = facts;
    Rules.ALL.forEach(rule -> wanted.of(rule).ifPresent(it -> severities.put(rule.code(), it)));
    this.rules = Rules.ALL.stream().filter(rule -> severities.containsKey(rule.code())).toList();
    this.packages = new PackageChecks(rules, unremarkable);
  }

  /**
   * Everything there is to say about {@code contents}: in the file itself and in the conda files
   * and Dockerfiles that its environments use. Sorted by file and place.
   */
  public static List<Finding> of(Contents contents, Severities severities, Facts facts) {
    return of(contents, severities, facts, Unremarkable.none());
  }

  /** The same, where it may be known of which dependencies there is nothing to say. */
  public static List<Finding> of(
      Contents contents, Severities severities, Facts facts, Unremarkable unremarkable) {
    if (!contents.isOurs()) {
      return List.of();
    }
    var checks = new Checks(severities, facts, unremarkable);
    Map<URI, Source> sources = new LinkedHashMap<>();
    sources.put(contents.source().uri(), contents.source());
    Map<URI, DockerfileSource> dockerfiles = new LinkedHashMap<>();
    Map<URI, RequirementsSource> requirements = new LinkedHashMap<>();
    Map<URI, Limits> limits = Map.of();
    contents.condaFiles().forEach(checks::conda);
    for (var definition : contents.definitions()) {
      checks.definition(definition);
      definition
          .parts()
          .conda()
          .filter(Conda.Linked.class::isInstance)
          .map(Conda.Linked.class::cast)
          .flatMap(Conda.Linked::source)
          .ifPresent(source -> sources.put(source.uri(), source));
      definition
          .dockerfile()
          .ifPresent(dockerfile -> dockerfiles.put(dockerfile.uri(), dockerfile));
      definition
          .requirements()
          .forEach(file -> requirements.merge(file.uri(), file, Checks::moreTelling));
      limits = Limits.merged(limits, Limits.byFile(definition));
    }
    checks.references(contents);
    sources.values().forEach(checks::text);
    dockerfiles.values().forEach(checks::dockerfile);
    for (var file : requirements.values()) {
      checks.requirements(file, limits.getOrDefault(file.uri(), Limits.none()));
    }
    var own = Set.of(contents.source().uri());
    boolean pending = Pending.in(contents);
    return checks.finish(
        Silencing.in(sources.values(), dockerfiles.values(), requirements.values()),
        contents.uses().isEmpty() ? Set.of() : own,
        pending ? own : Set.of());
  }

  /** Of two readings of one file: what is installed is judged, and what is hashed is said so. */
  private static RequirementsSource moreTelling(RequirementsSource one, RequirementsSource other) {
    boolean judged = one.use().constraints() && !other.use().constraints();
    boolean hashed = !one.isHashed() && other.isHashed();
    return judged || (hashed && one.use().constraints() == other.use().constraints()) ? other : one;
  }

  /** Everything there is to say about a Dockerfile that was opened by itself. */
  public static List<Finding> of(DockerfileSource dockerfile, Severities severities, Facts facts) {
    var checks = new Checks(severities, facts, Unremarkable.none());
    checks.dockerfile(dockerfile);
    return checks.finish(
        Silencing.in(List.of(), List.of(dockerfile), List.of()), Set.of(), Set.of());
  }

  private void text(Source source) {
    ask(rule -> rule.text(source));
  }

  private void definition(Definition definition) {
    schema(Subject.of(definition));
    ask(rule -> rule.definition(definition, facts));
    // A v1 definition may hold one that is switched off; what it says installs nothing.
    definition.effectiveConda().ifPresent(this::conda);
  }

  private void references(Contents contents) {
    for (var use : contents.uses()) {
      if (use instanceof Reference reference) {
        ask(rule -> rule.reference(reference, facts));
      }
    }
  }

  private void conda(Conda conda) {
    if (conda instanceof Conda.Linked empty && empty.section().isEmpty()) {
      empty.source().ifPresent(this::notConda);
    } else if (conda instanceof Conda.Linked) {
      // Several environments may share a file; what is wrong with it is wrong once.
      conda.section().filter(section -> linked.add(section.source().uri())).ifPresent(this::conda);
    } else {
      conda.section().ifPresent(this::rules);
    }
  }

  /** A linked file that holds nothing, or no keys and values. */
  private void notConda(Source source) {
    var root = source.yaml().documents().stream().findFirst().flatMap(Document::root);
    if (root.isPresent()) {
      schema(new Subject(source, Format.CONDA, root.get()));
    } else if (source.yaml().isIntact()) {
      var empty = CondaFile.of(new Mapping(TextRange.at(0), List.of(), false));
      ask(rule -> rule.conda(new CondaSection(source, empty), facts));
    }
  }

  private void conda(CondaSection conda) {
    schema(Subject.of(conda));
    rules(conda);
  }

  private void rules(CondaSection conda) {
    ask(rule -> rule.conda(conda, facts));
    found.addAll(packages.of(conda));
  }

  private void dockerfile(DockerfileSource dockerfile) {
    ask(rule -> rule.dockerfile(dockerfile, facts));
  }

  private void requirements(RequirementsSource requirements, Limits limits) {
    ask(rule -> rule.requirements(requirements, facts));
    found.addAll(packages.of(requirements, limits));
  }

  private void schema(Subject subject) {
    for (var problem : Schemas.validate(subject.format(), subject.root(), Placeholders::in)) {
      ask(rule -> rule.problem(problem, subject));
    }
  }

  private void ask(Function<Rule, Stream<Finding>> question) {
    for (var rule : rules) {
      question.apply(rule).forEach(found::add);
    }
  }

  /**
   * @param complete the files of which every rule that may judge them was asked
   * @param pending the files that lead to some that are still being read
   */
  private List<Finding> finish(Silencing silencing, Set<URI> complete, Set<URI> pending) {
    var resolved = Precedence.resolve(found);
    var left = new ArrayList<>(silencing.filter(resolved));
    if (severities.containsKey(UnusedIgnore.CODE)) {
      var asked =
          new UnusedIgnore.Asked(
              resolved, complete, pending, rule -> !severities.containsKey(rule.code()));
      left.addAll(silencing.filter(UNUSED_IGNORE.in(silencing, asked)));
    }
    return left.stream()
        .map(it -> it.with(severities.getOrDefault(it.code(), it.severity())).masked())
        .sorted(ORDER)
        .toList();
  }

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.place().file(), Checks::compare)
          .thenComparingInt(finding -> finding.place().range().start())
          .thenComparingInt(finding -> finding.place().range().end())
          .thenComparing(Finding::severity)
          .thenComparing(Finding::code);

  /** Files are compared character by character, but mostly it is one and the same. */
  private static int compare(URI one, URI other) {
    return one.equals(other) ? 0 : one.compareTo(other);
  }
}
