package dev.envlens.index;

import dev.envlens.conda.Dependency;
import dev.envlens.conda.Part;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.Contents;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.EnvironmentUse;
import dev.envlens.definition.Form;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.OnlineDeployment;
import dev.envlens.definition.OrderFreeHash;
import dev.envlens.definition.Reference;
import dev.envlens.definition.RequirementsSource;
import dev.envlens.dockerfile.Install;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.LineIndex;
import dev.envlens.text.Placeholders;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what is worth remembering of one file. Used once. */
final class SummaryReader {

  private final Contents contents;
  private final Surroundings surroundings;
  private final List<DefinedEnvironment> definitions = new ArrayList<>();
  private final List<NamedEnvironment> named = new ArrayList<>();
  private final Set<FileUse> uses = new LinkedHashSet<>();
  private final Set<ListedPackage> packages = new LinkedHashSet<>();

  SummaryReader(Contents contents, Surroundings surroundings) {
    this.contents = contents;
    this.surroundings = surroundings;
  }

  FileSummary read() {
    for (EnvironmentUse use : contents.uses()) {
      if (use instanceof Definition definition) {
        add(definition);
      } else if (use instanceof Reference reference) {
        named.add(
            new NamedEnvironment(
                reference.target(),
                site(reference.text().range()),
                OnlineDeployment.has(reference)));
      }
    }
    contents.condaFiles().forEach(this::add);
    return new FileSummary(
        contents.source().uri(), definitions, named, List.copyOf(uses), List.copyOf(packages));
  }

  private Site site(TextRange range) {
    return Site.of(contents.source(), range);
  }

  private void add(Definition definition) {
    boolean registered = definition.form() != Form.INLINE;
    definitions.add(
        new DefinedEnvironment(
            new DefinedEnvironment.Named(
                registered ? text(definition.name()) : Optional.empty(),
                registered ? text(definition.version()) : Optional.empty()),
            definition.form(),
            definition.pointer(),
            site(definition.anchor()),
            identity(definition)));
    definition.parts().conda().ifPresent(this::add);
    definition.context().ifPresent(this::add);
    definition.dockerfile().ifPresent(this::add);
    definition.requirements().forEach(this::add);
  }

  /** Only with its context it is known which files a Dockerfile installs. */
  private void add(DockerfileSource dockerfile) {
    if (dockerfile.installed().isEmpty()) {
      return;
    }
    var lines = LineIndex.of(dockerfile.text());
    for (var install : dockerfile.installed()) {
      boolean conda = install.file().kind() == Install.PackageFile.Kind.CONDA;
      uses.add(
          new FileUse(
              conda ? FileUse.Kind.CONDA_FILE : FileUse.Kind.REQUIREMENTS,
              install.target(),
              Site.of(dockerfile.uri(), lines, install.file().word().range())));
    }
  }

  private void add(RequirementsSource requirements) {
    if (requirements.includes().isEmpty()) {
      return;
    }
    var lines = LineIndex.of(requirements.text());
    for (var include : requirements.includes()) {
      include
          .target()
          .ifPresent(
              target ->
                  uses.add(
                      new FileUse(
                          FileUse.Kind.REQUIREMENTS,
                          target,
                          Site.of(
                              requirements.uri(),
                              lines,
                              include.entry().inFile(include.path().range())))));
    }
  }

  private static Optional<String> text(Optional<Scalar> scalar) {
    return scalar.map(Scalar::text).filter(text -> !text.isEmpty() && !Placeholders.in(text));
  }

  private DefinedEnvironment.Identity identity(Definition definition) {
    return Hashing.of(definition, surroundings) instanceof Hashing.Known known
        ? new DefinedEnvironment.Identity(
            Optional.of(known.hash().hex()), OrderFreeHash.of(definition, surroundings))
        : DefinedEnvironment.Identity.UNKNOWN;
  }

  private void add(Conda conda) {
    if (conda instanceof Conda.Linked linked) {
      linked
          .target()
          .ifPresent(file -> use(FileUse.Kind.CONDA_FILE, file, linked.path().contentRange()));
    } else {
      conda.section().ifPresent(this::add);
    }
  }

  private void add(CondaSection section) {
    for (var dependency : section.file().dependencies()) {
      if (dependency instanceof Dependency.CondaPackage conda) {
        ListedPackage.of(conda).ifPresent(packages::add);
      } else if (dependency instanceof Dependency.Pip pip) {
        pip.requirements().forEach(this::add);
      }
    }
  }

  private void add(Dependency.PipRequirement requirement) {
    ListedPackage.of(requirement).ifPresent(packages::add);
    included(requirement)
        .ifPresent(
            path ->
                Paths.resolve(contents.source().uri(), path.text())
                    .ifPresent(
                        file ->
                            use(
                                FileUse.Kind.REQUIREMENTS,
                                file,
                                requirement.text().rangeOf(path.range()))));
  }

  /** The path that an item of a pip list includes, if it is one of a local file. */
  static Optional<Part> included(Dependency.PipRequirement requirement) {
    return requirement.line().ok().flatMap(SummaryReader::included);
  }

  static Optional<Part> included(RequirementLine line) {
    var path =
        line instanceof RequirementLine.IncludeRequirements include
            ? Optional.of(include.path())
            : line instanceof RequirementLine.Constraints constraints
                ? Optional.of(constraints.path())
                : Optional.<Part>empty();
    return path.filter(
        part ->
            !Placeholders.in(part.text())
                && (!part.text().contains("://") || part.text().startsWith("file:")));
  }

  private void add(BuildContext context) {
    String dockerfile = context.dockerfileName();
    if (!(context.location() instanceof ContextLocation.Folder folder)
        || Placeholders.in(dockerfile)
        || dockerfile.startsWith("/")) {
      return;
    }
    context
        .dockerfilePath()
        .or(context::path)
        .ifPresent(
            written ->
                Paths.within(folder.uri(), dockerfile)
                    .filter(file -> Paths.isWithin(folder.uri(), file))
                    .ifPresent(file -> use(FileUse.Kind.DOCKERFILE, file, written.contentRange())));
  }

  private void use(FileUse.Kind kind, URI file, TextRange range) {
    uses.add(new FileUse(kind, file, site(range)));
  }
}
