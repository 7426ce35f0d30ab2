package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code dockerfile-not-found}: the Dockerfile isn't in the build context. */
final class DockerfileNotFound implements Rule {

  @Override
  public String code() {
    return "dockerfile-not-found";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "The Dockerfile isn't in the build context.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.context().stream()
        .filter(context -> context.path().filter(path -> path.text().isBlank()).isEmpty())
        .flatMap(
            context ->
                context
                    .dockerfile()
                    // Without a path, nobody knows where the Dockerfile should be.
                    .filter(link -> context.path().stream().noneMatch(p -> p.text().isBlank()))
                    .stream()
                    .filter(link -> link.besideDefinition().isEmpty())
                    .flatMap(link -> lost(definition, context, link)));
  }

  private Stream<Finding> lost(
      Definition definition, BuildContext context, BuildContext.DockerfileLink link) {
    if (!(context.location() instanceof ContextLocation.Folder folder)) {
      return Stream.empty();
    }
    var source = definition.source();
    var lost =
        new LostFile(
            "Dockerfile",
            false,
            source.uri(),
            link.target(),
            link.state(),
            folder.uri(),
            context.dockerfileName());
    var range =
        context
            .dockerfilePath()
            .or(context::path)
            .map(Scalar::contentRange)
            .orElse(context.entry().key().range());
    return lost
        .finding(
            this,
            source.place(range),
            path -> use(definition, context, path),
            Optional.of(lost.create(link.target(), Skeletons.dockerfile())))
        .stream();
  }

  private static List<Fix> use(Definition definition, BuildContext context, String path) {
    if (path.startsWith("..") || !(context.entry().value() instanceof Mapping build)) {
      return List.of();
    }
    var edits = new YamlEdits(definition.source().yaml());
    return Fix.ifAny(
        LostFile.useTitle(path),
        definition.source().uri(),
        context
            .dockerfilePath()
            .map(written -> List.of(edits.replace(written, path)))
            .orElseGet(() -> edits.insertLast(build, pathKey(context), new NewValue.Text(path))));
  }

  private static String pathKey(BuildContext context) {
    return context.entry().name().equals("build") ? "dockerfile_path" : "dockerfilePath";
  }
}
