package dev.envlens.feature;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.Parsed;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.dockerfile.StageBase;
import dev.envlens.known.BuiltImage;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is only decided elsewhere, shown where it is asked for: the versions of packages that the
 * cached image has or a lock or constraints file knows, the image behind a variable, the version
 * behind {@code @latest}.
 */
public final class Hints {

  private final Surroundings surroundings;
  private final Workspace workspace;
  private final LockParser locks;
  private final List<Hint> hints = new ArrayList<>();

  private Hints(Surroundings surroundings, Workspace workspace, LockParser locks) {
    this.surroundings = surroundings;
    this.workspace = workspace;
    this.locks = locks;
  }

  /** The hints of all of {@code page}, in no certain order. */
  public static List<Hint> of(
      Page page, Surroundings surroundings, Workspace workspace, LockParser locks) {
    var hints = new Hints(surroundings, workspace, locks);
    if (page instanceof Page.Yaml yaml) {
      hints.yaml(yaml.contents());
    } else if (page instanceof Page.Docker docker) {
      hints.dockerfile(docker);
    } else if (page instanceof Page.Requirements requirements) {
      hints.requirements(requirements);
    }
    return List.copyOf(hints.hints);
  }

  /** The lock file that belongs to the conda file {@code conda}. */
  public static Optional<URI> lockFile(URI conda) {
    return Paths.resolve(conda, LockFile.NAME);
  }

  private void yaml(Contents contents) {
    for (var section : contents.condaFiles()) {
      var lock = lockFile(section.source().uri()).flatMap(this::text).map(locks::read);
      var hashes =
          workspace.images().isEmpty()
              ? List.<String>of()
              : workspace.neighbours().imagesWith(section.source().uri());
      conda(section, hashes, lock.stream());
    }
    for (var definition : contents.definitions()) {
      definition
          .parts()
          .conda()
          .filter(Conda.Inline.class::isInstance)
          .flatMap(Conda::section)
          .ifPresent(section -> conda(section, hash(definition), Stream.empty()));
    }
    for (var use : contents.uses()) {
      if (use instanceof Reference reference
          && reference.target() instanceof ReferenceTarget.Named named
          && named.version().isEmpty()) {
        reference(reference, named);
      }
    }
  }

  private List<String> hash(Definition definition) {
    return !workspace.images().isEmpty()
            && Hashing.of(definition, surroundings) instanceof Hashing.Known known
        ? List.of(known.hash().hex())
        : List.of();
  }

  /**
   * @param hashes of the environments that it is part of
   */
  private void conda(CondaSection section, List<String> hashes, Stream<Resolutions> lock) {
    var images =
        Resolutions.ofImages(
            hashes.stream()
                .flatMap(hash -> workspace.images().built(hash).stream())
                .map(BuiltImage::versions)
                .toList());
    var lines = section.file().requirements().flatMap(found -> found.line().ok().stream());
    var constraints = constraints(section.source().uri(), lines);
    var files = Stream.concat(constraints, lock);
    var versions =
        new VersionHints(Resolutions.first(Stream.concat(Stream.of(images), files).toList()));
    for (var dependency : section.file().dependencies()) {
      if (dependency instanceof Dependency.CondaPackage found
          && found.item().range().equals(found.text().range())
          && found.spec() instanceof Parsed.Ok<?>) {
        found
            .spec()
            .ok()
            .flatMap(spec -> versions.of(spec, found.item().range().end()))
            .ifPresent(hints::add);
      } else if (dependency instanceof Dependency.Pip pip) {
        for (var found : pip.requirements()) {
          found
              .line()
              .ok()
              .filter(line -> found.item().range().equals(found.text().range()))
              .flatMap(line -> versions.of(line, found.item().range().end()))
              .ifPresent(hints::add);
        }
      }
    }
  }

  private void requirements(Page.Requirements page) {
    var entries = page.source().file().entries();
    var lines = entries.stream().flatMap(entry -> entry.line().ok().stream());
    var versions = new VersionHints(Resolutions.first(constraints(page.uri(), lines).toList()));
    for (var entry : entries) {
      entry
          .line()
          .ok()
          .flatMap(line -> versions.of(line, entry.range().end()))
          .ifPresent(hints::add);
    }
  }

  private Stream<Resolutions> constraints(URI holder, Stream<RequirementLine> lines) {
    return lines
        .filter(RequirementLine.Constraints.class::isInstance)
        .flatMap(line -> RequirementsLinks.of(holder, line, range -> range).stream())
        .flatMap(
            link ->
                text(link.target()).stream()
                    .map(text -> ConstraintsFile.read(Paths.name(link.target()), text)));
  }

  private Optional<String> text(URI file) {
    return surroundings.file(file) instanceof FileState.Text text
        ? Optional.of(text.text())
        : Optional.empty();
  }

  private void dockerfile(Page.Docker page) {
    for (var stage : page.source().dockerfile().stages()) {
      if (stage.base() instanceof StageBase.Image image
          && stage.image().text().indexOf('$') >= 0
          && !image.name().text().equals(stage.image().text())) {
        hints.add(
            new Hint(
                stage.imageRange().end(),
                "= " + DockerfileHovers.shown(image.name().text()),
                "The image after the defaults of the ARGs above."));
      }
    }
  }

  private void reference(Reference reference, ReferenceTarget.Named named) {
    boolean newest = named.label().isEmpty() || named.label().get().equals("latest");
    var meant =
        newest ? workspace.environments().meantBy(named) : List.<KnownEnvironments.Defined>of();
    if (meant.size() == 1) {
      var defined = meant.get(0);
      defined
          .version()
          .map(
              version ->
                  new Hint(
                      reference.text().range().end(),
                      "→ " + version,
                      "The newest version that a file of this workspace defines, in %s."
                          .formatted(Paths.name(defined.place().file()))))
          .ifPresent(hints::add);
    }
  }
}
