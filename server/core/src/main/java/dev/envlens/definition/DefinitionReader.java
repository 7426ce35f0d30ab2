package dev.envlens.definition;

import dev.envlens.conda.CondaFile;
import dev.envlens.conda.Dependency;
import dev.envlens.conda.DependencyParser;
import dev.envlens.conda.RequirementLine;
import dev.envlens.definition.Definition.Parts;
import dev.envlens.definition.Definition.Written;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.dockerfile.Install;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Yaml;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads definitions of both generations, with the files that they name. */
final class DefinitionReader {

  private final Source source;
  private final Surroundings surroundings;
  private final DependencyParser parser;
  private final RequirementsReader requirements;
  private final Map<URI, Source> linkedTexts = new HashMap<>();

  DefinitionReader(Source source, Surroundings surroundings, DependencyParser parser) {
    this.source = source;
    this.surroundings = surroundings;
    this.parser = parser;
    this.requirements = new RequirementsReader(surroundings, parser);
  }

  /** A definition of the CLI v2: a file or an inline block. */
  Definition v2(Form form, String pointer, Mapping node) {
    var parts =
        new Parts(
            node.scalar("image"),
            node.entry("build").flatMap(build -> context(build, "path", "dockerfile_path")),
            Optional.empty(),
            node.entry("conda_file").flatMap(this::conda),
            Optional.empty());
    return new Definition(new Written(source, form, pointer, node), parts);
  }

  /** A definition of SDK v1. */
  Definition v1(String pointer, Mapping node) {
    var docker = node.mapping("docker");
    var python = node.mapping("python");
    var parts =
        new Parts(
            docker.flatMap(section -> section.scalar("baseImage")),
            docker
                .flatMap(section -> section.entry("buildContext"))
                .flatMap(build -> context(build, "location", "dockerfilePath")),
            docker.flatMap(section -> section.scalar("baseDockerfile")),
            python
                .flatMap(section -> section.entry("condaDependencies"))
                .filter(entry -> entry.value() instanceof Mapping)
                .or(() -> python.flatMap(section -> section.entry("condaDependenciesFile")))
                .flatMap(this::conda),
            node.mapping("spark").map(Spark::of).filter(spark -> !spark.isEmpty()));
    return new Definition(new Written(source, Form.V1, pointer, node), parts);
  }

  private Optional<Conda> conda(Entry entry) {
    if (entry.value() instanceof Mapping mapping) {
      return Optional.of(new Conda.Inline(entry, section(source, mapping)));
    }
    if (!(entry.value() instanceof Scalar path) || path.isNull()) {
      return Optional.empty();
    }
    var target =
        Placeholders.in(path.text())
            ? Optional.<URI>empty()
            : Paths.resolve(source.uri(), path.text());
    FileState state = target.map(surroundings::file).orElseGet(FileState.Pending::new);
    var linked = target.flatMap(uri -> text(uri, state));
    var section =
        linked.flatMap(
            file ->
                file.yaml().documents().stream()
                    .findFirst()
                    .flatMap(Document::mapping)
                    .map(root -> section(file, root)));
    return Optional.of(new Conda.Linked(entry, path, target, state, linked, section));
  }

  /** A file that several environments share, as in a pipeline, is read once. */
  private Optional<Source> text(URI uri, FileState state) {
    return state instanceof FileState.Text text
        ? Optional.of(
            linkedTexts.computeIfAbsent(uri, key -> new Source(key, Yaml.parse(text.text()))))
        : Optional.empty();
  }

  private CondaSection section(Source holder, Mapping root) {
    var file = CondaFile.of(root, parser);
    var includes =
        file.requirements().flatMap(requirement -> include(holder, requirement).stream()).toList();
    return new CondaSection(holder, file, includes);
  }

  private Optional<RequirementsLink> include(Source holder, Dependency.PipRequirement requirement) {
    var line = requirement.line().ok();
    return line.flatMap(RequirementsReader::includedPath)
        .map(
            path -> {
              var target = Paths.resolve(holder.uri(), path.text());
              FileState state = target.map(surroundings::file).orElseGet(FileState.Pending::new);
              var use =
                  new RequirementsSource.Use(
                      line.get() instanceof RequirementLine.Constraints, Optional.empty());
              var sources =
                  target.map(uri -> requirements.from(uri, use)).orElseGet(() -> List.of());
              return new RequirementsLink(requirement, path, target, state, sources);
            });
  }

  private Optional<BuildContext> context(Entry entry, String pathKey, String dockerfileKey) {
    if (!(entry.value() instanceof Mapping build)) {
      return Optional.empty();
    }
    var path = build.scalar(pathKey);
    var dockerfilePath = build.scalar(dockerfileKey);
    var location =
        path.map(written -> ContextLocation.of(source.uri(), written.text()))
            .orElseGet(ContextLocation.Unknown::new);
    FileState folder =
        location instanceof ContextLocation.Folder local
            ? folder(local.uri())
            : new FileState.Pending();
    return Optional.of(
        new BuildContext(
            entry,
            path,
            dockerfilePath,
            location,
            folder,
            folder instanceof FileState.Folder
                ? dockerfile(location, dockerfilePath)
                : Optional.empty()));
  }

  /** What stands at {@code uri}, where a folder is wanted. */
  private FileState folder(URI uri) {
    var state = surroundings.file(uri);
    return state instanceof FileState.Missing
            && surroundings.context(uri) instanceof ContextState.Missing missing
        ? new FileState.Missing(missing.nearby())
        : state;
  }

  private Optional<BuildContext.DockerfileLink> dockerfile(
      ContextLocation location, Optional<Scalar> dockerfilePath) {
    String path = dockerfilePath.map(Scalar::text).orElse(BuildContext.DEFAULT_DOCKERFILE);
    if (!(location instanceof ContextLocation.Folder folder) || Placeholders.in(path)) {
      return Optional.empty();
    }
    return Paths.within(folder.uri(), path)
        .filter(uri -> !path.startsWith("/") && Paths.isWithin(folder.uri(), uri))
        .map(uri -> dockerfile(folder.uri(), uri, dockerfilePath));
  }

  private BuildContext.DockerfileLink dockerfile(URI context, URI uri, Optional<Scalar> written) {
    var state = surroundings.file(uri);
    var file =
        state instanceof FileState.Text text
            ? Optional.of(dockerfile(context, uri, text.text()))
            : Optional.<DockerfileSource>empty();
    var beside =
        state instanceof FileState.Missing
            ? written
                .flatMap(path -> Paths.resolve(source.uri(), path.text()))
                .filter(other -> surroundings.file(other) instanceof FileState.Text)
            : Optional.<URI>empty();
    return new BuildContext.DockerfileLink(uri, state, file, beside);
  }

  private DockerfileSource dockerfile(URI context, URI uri, String text) {
    var dockerfile = Dockerfile.parse(text);
    var installed =
        dockerfile.installs().stream()
            .flatMap(install -> install.files().stream())
            .flatMap(file -> installed(context, file).stream())
            .toList();
    return new DockerfileSource(uri, text, dockerfile, installed);
  }

  private Optional<InstallLink> installed(URI context, Install.PackageFile file) {
    return file.contextPath()
        .flatMap(path -> Paths.within(context, path))
        .filter(uri -> Paths.isWithin(context, uri))
        .map(
            uri -> {
              boolean constraints = file.kind() == Install.PackageFile.Kind.CONSTRAINTS;
              var sources =
                  file.kind() == Install.PackageFile.Kind.CONDA
                      ? List.<RequirementsSource>of()
                      : requirements.from(
                          uri, new RequirementsSource.Use(constraints, Optional.of(context)));
              return new InstallLink(file, uri, surroundings.file(uri), sources);
            });
  }
}
