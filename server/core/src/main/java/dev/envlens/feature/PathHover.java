package dev.envlens.feature;

import dev.envlens.conda.CondaFile;
import dev.envlens.definition.BuildContext;
import dev.envlens.definition.Conda;
import dev.envlens.definition.CondaSection;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.definition.DockerfileSource;
import dev.envlens.definition.Form;
import dev.envlens.dockerfile.Dockerfile;
import dev.envlens.link.Surroundings;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Collectors;

/** What stands where a path in a definition points. */
final class PathHover {

  private final Definition definition;
  private final int offset;
  private final Surroundings surroundings;

  private PathHover(Definition definition, int offset, Surroundings surroundings) {
    this.definition = definition;
    this.offset = offset;
    this.surroundings = surroundings;
  }

  /** The hover at {@code offset}; none where no path stands that leads somewhere. */
  static Optional<Hover> at(Definition definition, int offset, Surroundings surroundings) {
    var hover = new PathHover(definition, offset, surroundings);
    return hover
        .conda()
        .or(() -> definition.context().flatMap(hover::folder))
        .or(() -> definition.context().flatMap(hover::dockerfile));
  }

  private boolean isOn(Scalar path) {
    return path.range().touches(offset);
  }

  private Optional<Hover> conda() {
    return definition
        .parts()
        .conda()
        .filter(Conda.Linked.class::isInstance)
        .map(Conda.Linked.class::cast)
        .filter(linked -> isOn(linked.path()) && linked.target().isPresent())
        .map(
            linked ->
                hover(
                    linked.path().range(),
                    linked.entry().name(),
                    "conda file",
                    FileWords.of(linked.state(), describe(linked))));
  }

  private static String describe(Conda.Linked linked) {
    return linked
        .section()
        .map(CondaSection::file)
        .map(PathHover::describe)
        .orElse("It holds no conda definition.");
  }

  private static String describe(CondaFile file) {
    long packages = file.packages().count();
    long requirements = file.requirements().count();
    String channels =
        file.channels().stream()
            .limit(5)
            .map(Scalar::text)
            .map(Markdown::code)
            .collect(Collectors.joining(", "));
    return "%s by conda, %s by pip%s."
        .formatted(
            count(packages),
            count(requirements),
            channels.isEmpty() ? "" : "; channels " + channels);
  }

  private static String count(long packages) {
    return packages == 1 ? "1 package" : packages + " packages";
  }

  private Optional<Hover> folder(BuildContext context) {
    return context
        .path()
        .filter(this::isOn)
        .filter(path -> context.location() instanceof ContextLocation.Folder)
        .map(
            path -> {
              URI folder = ((ContextLocation.Folder) context.location()).uri();
              return hover(
                  path.range(),
                  definition.form() == Form.V1 ? "location" : "path",
                  "build context",
                  FileWords.context(folder, surroundings.context(folder), surroundings));
            });
  }

  private Optional<Hover> dockerfile(BuildContext context) {
    return context
        .dockerfilePath()
        .filter(this::isOn)
        .flatMap(
            path ->
                context
                    .dockerfile()
                    .map(
                        file ->
                            hover(
                                path.range(),
                                definition.form() == Form.V1 ? "dockerfilePath" : "dockerfile_path",
                                "Dockerfile in the build context",
                                FileWords.of(
                                    file.state(),
                                    file.source()
                                        .map(DockerfileSource::dockerfile)
                                        .map(PathHover::describe)
                                        .orElse("")))));
  }

  private static String describe(Dockerfile dockerfile) {
    int stages = dockerfile.stages().size();
    if (stages == 0) {
      return "It has no `FROM`.";
    }
    var last = dockerfile.stages().get(stages - 1);
    return (stages == 1 ? "One stage" : stages + " stages; the last is built")
        + " from "
        + Markdown.code(DockerfileHovers.shown(last.image().text()))
        + ".";
  }

  private static Hover hover(TextRange range, String key, String what, String facts) {
    return new Hover(range, "**%s** · %s\n\n%s".formatted(key, what, facts));
  }
}
