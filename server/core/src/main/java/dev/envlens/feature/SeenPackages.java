package dev.envlens.feature;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Pinning;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.link.Paths;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The packages that files which are known list, with the versions that they pin. */
public final class SeenPackages implements KnownPackages {

  /** One package as it was first seen, and its versions. */
  private record Seen(KnownPackage known, Set<String> versions) {}

  private final Map<Installer, Map<String, Seen>> seen = new LinkedHashMap<>();

  private SeenPackages() {}

  /** What is listed in {@code all}, in the files that they lead to too. */
  public static SeenPackages in(Collection<Contents> all) {
    var packages = new SeenPackages();
    for (var contents : all) {
      contents.condaFiles().forEach(packages::add);
      contents
          .definitions()
          .forEach(
              definition ->
                  definition
                      .effectiveConda()
                      .flatMap(conda -> conda.section())
                      .ifPresent(packages::add));
    }
    return packages;
  }

  private void add(CondaSection section) {
    String about = "in " + Paths.name(section.source().uri());
    CondaFile file = section.file();
    file.packages()
        .flatMap(one -> one.spec().ok().stream())
        .forEach(
            spec ->
                add(
                    Installer.CONDA,
                    spec.packageName(),
                    spec
                        .version()
                        .filter(version -> spec.pinning().level() != Pinning.Level.RANGE)
                        .map(version -> version.spec().text())
                        .stream(),
                    about));
    file.requirements()
        .flatMap(one -> one.line().ok().stream())
        .filter(RequirementLine.Named.class::isInstance)
        .map(line -> ((RequirementLine.Named) line).requirement())
        .forEach(
            requirement ->
                add(
                    Installer.PIP,
                    requirement.packageName(),
                    requirement.pinning().isExact()
                        ? requirement.specifiers().all().stream().map(Object::toString)
                        : Stream.empty(),
                    about));
  }

  private void add(Installer installer, PackageName name, Stream<String> versions, String about) {
    var one =
        seen.computeIfAbsent(installer, key -> new LinkedHashMap<>())
            .computeIfAbsent(
                name.key(),
                key -> new Seen(new KnownPackage(name.text(), about), new LinkedHashSet<>()));
    versions.map(version -> version.replaceFirst("^[=\\s]+", "")).forEach(one.versions()::add);
  }

  @Override
  public Stream<KnownPackage> packages(Installer installer) {
    return seen.getOrDefault(installer, Map.of()).values().stream().map(Seen::known);
  }

  @Override
  public List<String> versions(String name, Installer installer) {
    var one = seen.getOrDefault(installer, Map.of()).get(new PackageName(name).key());
    return one == null ? List.of() : List.copyOf(one.versions());
  }
}
