package dev.envlens.conda;

import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conda environment definition: the {@code environment.yml} that {@code conda env create} reads,
 * or the same written inline in an Azure ML environment.
 *
 * @param dependencies in their order; those of a missing or broken list are none
 */
public record CondaFile(Mapping node, List<Dependency> dependencies) {

  public CondaFile {
    dependencies = List.copyOf(dependencies);
  }

  public static CondaFile of(Mapping node) {
    return of(node, DependencyParser.direct());
  }

  public static CondaFile of(Mapping node, DependencyParser parser) {
    return new CondaFile(
        node,
        node.sequence("dependencies").map(Sequence::items).stream()
            .flatMap(List::stream)
            .map(item -> dependency(item, parser))
            .toList());
  }

  private static Dependency dependency(Item item, DependencyParser parser) {
    if (item.value() instanceof Scalar scalar
        && !scalar.isNull()
        && !Placeholders.in(scalar.text())) {
      return new Dependency.CondaPackage(item, scalar, parser.spec(scalar.text()));
    }
    if (item.value() instanceof Mapping mapping) {
      var pip = mapping.entry("pip");
      if (pip.isPresent()) {
        return new Dependency.Pip(item, pip.get(), requirements(pip.get().value(), parser));
      }
    }
    return new Dependency.Unknown(item);
  }

  private static List<Dependency.PipRequirement> requirements(Node list, DependencyParser parser) {
    var result = new ArrayList<Dependency.PipRequirement>();
    if (list instanceof Sequence sequence) {
      for (var item : sequence.items()) {
        if (item.value() instanceof Scalar scalar
            && !scalar.isNull()
            && !Placeholders.in(scalar.text())) {
          var line = parser.requirement(scalar.text());
          result.add(new Dependency.PipRequirement(item, scalar, line));
        }
      }
    }
    return result;
  }

  public Optional<Entry> channelsEntry() {
    return node.entry("channels");
  }

  public Optional<Entry> dependenciesEntry() {
    return node.entry("dependencies");
  }

  /** The channels, in their order of priority. */
  public List<Scalar> channels() {
    return node.sequence("channels").map(Sequence::items).stream()
        .flatMap(List::stream)
        .map(Item::value)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .toList();
  }

  /** The packages that conda installs. */
  public Stream<Dependency.CondaPackage> packages() {
    return dependencies.stream()
        .filter(Dependency.CondaPackage.class::isInstance)
        .map(Dependency.CondaPackage.class::cast);
  }

  public Stream<Dependency.Pip> pipLists() {
    return dependencies.stream()
        .filter(Dependency.Pip.class::isInstance)
        .map(Dependency.Pip.class::cast);
  }

  /** What pip installs, over all its lists. */
  public Stream<Dependency.PipRequirement> requirements() {
    return pipLists().flatMap(pip -> pip.requirements().stream());
  }

  /** The packages that conda is asked for under {@code name}, however it is spelt. */
  public Stream<Dependency.CondaPackage> packages(String name) {
    var wanted = new PackageName(name);
    return packages()
        .filter(
            dependency ->
                dependency
                    .spec()
                    .ok()
                    .filter(spec -> spec.packageName().isSameAs(wanted))
                    .isPresent());
  }
}
