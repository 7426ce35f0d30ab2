package dev.envlens.check;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.PackageName;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.conda.RequirementsFile;
import dev.envlens.definition.Conda;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.InstallLink;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.dockerfile.Install;
import dev.envlens.dockerfile.Install.PackageFile;
import dev.envlens.link.FileState;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What constraints files ({@code -c}) say of the versions that pip installs together: a package
 * that one of them pins needs no version where it is listed.
 *
 * @param pinned the keys of the packages with one version
 * @param everything whether any package may be pinned, for a constraints file can't be read
 */
record Limits(Set<String> pinned, boolean everything) {

  private static final Limits NONE = new Limits(Set.of(), false);

  static Limits none() {
    return NONE;
  }

  /** Whether there is a version for what {@code dependency} names. */
  boolean pin(Parsed<RequirementLine> dependency) {
    return dependency instanceof Parsed.Ok<RequirementLine> ok
        && ok.value() instanceof RequirementLine.Named named
        && (everything || pinned.contains(key(named)));
  }

  /** Of the pip lists of a conda definition, where a file that it names is seldom at hand. */
  static Limits of(CondaFile conda) {
    boolean constrained =
        conda
            .requirements()
            .anyMatch(
                found ->
                    found.line() instanceof Parsed.Ok<RequirementLine> ok
                        && ok.value() instanceof RequirementLine.Constraints);
    return constrained ? new Limits(Set.of(), true) : NONE;
  }

  /** Of each file that {@code definition} installs from; absent where there are none. */
  static Map<URI, Limits> byFile(Definition definition) {
    var byFile = new HashMap<URI, Limits>();
    definition
        .effectiveConda()
        .flatMap(Conda::section)
        .ifPresent(
            conda ->
                of(conda.includes().stream().flatMap(link -> link.sources().stream()).toList())
                    .or(of(conda.file()))
                    .addTo(
                        byFile,
                        conda.includes().stream()
                            .flatMap(link -> link.sources().stream())
                            .toList()));
    definition.dockerfile().ifPresent(dockerfile -> add(dockerfile, byFile));
    return byFile;
  }

  private static void add(DockerfileSource dockerfile, Map<URI, Limits> byFile) {
    for (var install : dockerfile.dockerfile().installs()) {
      var links = dockerfile.installed().stream().filter(link -> names(install, link)).toList();
      var sources = links.stream().flatMap(link -> link.sources().stream()).toList();
      of(sources).or(new Limits(Set.of(), lacksConstraints(install, links))).addTo(byFile, sources);
    }
  }

  private static boolean names(Install install, InstallLink link) {
    return install.files().stream()
        .anyMatch(file -> file.word().range().equals(link.file().word().range()));
  }

  private static boolean lacksConstraints(Install install, List<InstallLink> links) {
    Predicate<PackageFile> limits = file -> file.kind() == PackageFile.Kind.CONSTRAINTS;
    long named = install.files().stream().filter(limits).count();
    long read =
        links.stream()
            .filter(link -> limits.test(link.file()) && link.state() instanceof FileState.Text)
            .count();
    return read < named;
  }

  private static Limits of(List<RequirementsSource> together) {
    var pinned = new HashSet<String>();
    boolean everything = false;
    for (var source : together) {
      everything |= lacksConstraints(source);
      if (source.use().constraints()) {
        for (var entry : source.file().entries()) {
          if (entry.line() instanceof Parsed.Ok<RequirementLine> ok
              && ok.value() instanceof RequirementLine.Named named
              && named.requirement().marker().isEmpty()
              && named.pinning().filter(pinning -> pinning.isExact()).isPresent()) {
            pinned.add(key(named));
          }
        }
      }
    }
    return new Limits(pinned, everything);
  }

  private static boolean lacksConstraints(RequirementsSource source) {
    long read =
        source.includes().stream()
            .filter(include -> include.state() instanceof FileState.Text)
            .filter(include -> isConstraints(include.entry()))
            .count();
    return read < source.file().entries().stream().filter(Limits::isConstraints).count();
  }

  private static boolean isConstraints(RequirementsFile.Entry entry) {
    return entry.line() instanceof Parsed.Ok<RequirementLine> ok
        && ok.value() instanceof RequirementLine.Constraints;
  }

  private Limits or(Limits other) {
    return new Limits(pinned, everything || other.everything);
  }

  /** What holds for one file in all of its uses. */
  private Limits and(Limits other) {
    if (everything || other.everything) {
      return everything ? other : this;
    }
    var both = new HashSet<>(pinned);
    both.retainAll(other.pinned);
    return new Limits(both, false);
  }

  private void addTo(Map<URI, Limits> byFile, List<RequirementsSource> sources) {
    sources.forEach(source -> byFile.merge(source.uri(), this, Limits::and));
  }

  static Map<URI, Limits> merged(Map<URI, Limits> one, Map<URI, Limits> other) {
    var all = new HashMap<>(one);
    other.forEach((uri, limits) -> all.merge(uri, limits, Limits::and));
    return all;
  }

  private static String key(RequirementLine.Named named) {
    return new PackageName(named.requirement().name().text()).key();
  }
}
