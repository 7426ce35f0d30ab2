package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.link.Paths;
import dev.envlens.yaml.Scalar;
import java.util.List;
import java.util.stream.Stream;

/** {@code context-not-found}: the folder of the Docker build context isn't there. */
final class ContextNotFound implements Rule {

  @Override
  public String code() {
    return "context-not-found";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "The folder of the build context isn't there.";
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.context().stream()
        .flatMap(
            context ->
                context.path().stream()
                    .filter(path -> context.location() instanceof ContextLocation.Folder)
                    .flatMap(path -> lost(definition, context, path)));
  }

  private Stream<Finding> lost(Definition definition, BuildContext context, Scalar path) {
    var source = definition.source();
    var folder = ((ContextLocation.Folder) context.location()).uri();
    return Paths.folder(source.uri()).stream()
        .map(
            base ->
                new LostFile(
                    "folder", true, source.uri(), folder, context.folder(), base, path.text()))
        .flatMap(
            lost ->
                lost
                    .finding(
                        this,
                        source.place(path.contentRange()),
                        near ->
                            List.of(
                                Fix.edit(
                                    LostFile.useTitle(near),
                                    source.uri(),
                                    new YamlEdits(source.yaml()).replace(path, near))),
                        Paths.within(folder, context.dockerfileName())
                            .filter(file -> Paths.isWithin(folder, file))
                            .map(file -> lost.create(file, Skeletons.dockerfile())))
                    .stream());
  }
}
