package dev.envlens.check;

import dev.envlens.definition.BuildContext;
import dev.envlens.definition.ContextLocation;
import dev.envlens.definition.Definition;
import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code dockerfile-outside-context}: the Dockerfile's path has to lead into the build context,
 * counted from the context's folder and not from this file. Source: Microsoft's troubleshooting
 * catalogue.
 */
final class DockerfileOutsideContext implements Rule {

  private static final String ADVICE =
      " Put the Dockerfile into the context, and give its path from there.";

  @Override
  public String code() {
    return "dockerfile-outside-context";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public String summary() {
    return "A Dockerfile's path that doesn't lead into the build context.";
  }

  @Override
  public boolean hasSafeFix() {
    return true;
  }

  @Override
  public Stream<Finding> definition(Definition definition, Facts facts) {
    return definition.context().stream()
        .flatMap(
            context ->
                context.dockerfilePath().stream()
                    .filter(path -> !Placeholders.in(path.text()))
                    .flatMap(path -> check(definition, context, path).stream()));
  }

  private Optional<Finding> check(Definition definition, BuildContext context, Scalar path) {
    var folder =
        context.location() instanceof ContextLocation.Folder local
            ? Optional.of(local.uri())
            : Optional.<URI>empty();
    var meant = folder.flatMap(root -> Paths.within(root, path.text()));
    var beside = context.dockerfile().flatMap(BuildContext.DockerfileLink::besideDefinition);
    Optional<String> fault = Optional.empty();
    if (isAbsolute(path.text())) {
      fault = Optional.of("is an absolute path, which means nothing where the image is built");
    } else if (beside.isPresent()) {
      meant = beside;
      fault =
          Optional.of(
              "counts from the context's folder, where there is no such file, and not from this"
                  + " file");
    } else if (leadsOut(path.text(), folder, meant)) {
      fault =
          Optional.of("leads out of the build context, and only what is in it reaches the build");
    }
    var relative = folder.isEmpty() ? Optional.<String>empty() : inside(folder.get(), meant);
    return fault.map(
        reason ->
            finding(
                definition, path, "'%s' %s.%s".formatted(path.text(), reason, ADVICE), relative));
  }

  private static boolean leadsOut(String path, Optional<URI> folder, Optional<URI> target) {
    return folder.isPresent()
        ? target.isPresent() && !Paths.isWithin(folder.get(), target.get())
        : climbs(path);
  }

  private Finding finding(
      Definition definition, Scalar path, String message, Optional<String> relative) {
    return finding(
        definition.place(path.contentRange()),
        message,
        relative
            .map(
                inside ->
                    Fix.edit(
                            "Write '%s', relative to the context".formatted(inside),
                            definition.source().uri(),
                            new YamlEdits(definition.source().yaml()).replace(path, inside))
                        .asSafe())
            .stream()
            .toList());
  }

  /** The file as seen from the context, if it lies in there. */
  private static Optional<String> inside(URI context, Optional<URI> file) {
    return file.filter(uri -> Paths.isWithin(context, uri) && !uri.equals(context))
        .map(uri -> Paths.relative(context, uri));
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("/")
        || path.startsWith("\\")
        || path.startsWith("file:")
        || (path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0)));
  }

  private static boolean climbs(String path) {
    int depth = 0;
    for (String part : path.split("/", -1)) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
