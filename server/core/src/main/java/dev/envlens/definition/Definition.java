package dev.envlens.definition;

import dev.envlens.definition.BuildContext.DockerfileLink;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An environment that is written out in a file.
 *
 * @param written where and how
 * @param parts what it is made of
 */
public record Definition(Written written, Parts parts) implements EnvironmentUse {

  /** Where an environment is written; {@code node} is its mapping. */
  public record Written(Source source, Form form, String pointer, Mapping node) {}

  /**
   * What decides an environment's image.
   *
   * @param image the base image
   * @param context the Docker build context
   * @param steps a Dockerfile's text, inside a v1 definition
   * @param conda the conda definition; in v1 also one that is switched off
   */
  public record Parts(
      Optional<Scalar> image,
      Optional<BuildContext> context,
      Optional<Scalar> steps,
      Optional<Conda> conda,
      Optional<Spark> spark) {}

  @Override
  public Source source() {
    return written.source();
  }

  @Override
  public String pointer() {
    return written.pointer();
  }

  public Form form() {
    return written.form();
  }

  public Mapping node() {
    return written.node();
  }

  public Optional<Scalar> name() {
    return node().scalar("name");
  }

  public Optional<Scalar> version() {
    return node().scalar("version");
  }

  public Optional<Scalar> image() {
    return parts.image();
  }

  public Optional<BuildContext> context() {
    return parts.context();
  }

  /** The operating system as written, else {@code linux}. */
  public String os() {
    return osType().map(Scalar::text).orElse("linux");
  }

  Optional<Scalar> osType() {
    return form() == Form.V1
        ? node()
            .mapping("docker")
            .flatMap(docker -> docker.mapping("platform"))
            .flatMap(platform -> platform.scalar("os"))
        : node().scalar("os_type");
  }

  /** Who maintains the Python packages. */
  public Kind kind() {
    if (form() == Form.V1) {
      return isUserManagedV1() ? new Kind.UserManaged() : new Kind.SystemManaged();
    }
    return parts.conda().isPresent() ? new Kind.SystemManaged() : new Kind.UserManaged();
  }

  private boolean isUserManagedV1() {
    return node()
        .mapping("python")
        .flatMap(python -> python.scalar("userManagedDependencies"))
        .map(flag -> Boolean.parseBoolean(flag.text()))
        .orElse(false);
  }

  /** The conda definition that the image is built with: none when the user manages packages. */
  public Optional<Conda> effectiveConda() {
    return kind() instanceof Kind.SystemManaged ? parts.conda() : Optional.empty();
  }

  /** The Dockerfile of the build context, where it could be read. */
  public Optional<DockerfileSource> dockerfile() {
    return context().flatMap(BuildContext::dockerfile).flatMap(DockerfileLink::source);
  }

  /**
   * The requirements and constraints files that the image is built with, as far as they could be
   * read; one may come more than once.
   */
  public Stream<RequirementsSource> requirements() {
    return Stream.concat(
        effectiveConda().flatMap(Conda::section).stream()
            .flatMap(conda -> conda.includes().stream())
            .flatMap(link -> link.sources().stream()),
        dockerfile().stream()
            .flatMap(file -> file.installed().stream())
            .flatMap(link -> link.sources().stream()));
  }

  /** What the environment is called in messages. */
  public String label() {
    return name()
        .map(name -> "'" + name.text() + "'")
        .orElse(form() == Form.INLINE ? "this inline environment" : "this environment");
  }

  @Override
  public TextRange anchor() {
    return node()
        .entry("name")
        .map(entry -> entry.key().range())
        .or(() -> node().entries().stream().findFirst().map(entry -> entry.key().range()))
        .orElse(node().range());
  }

  /** The entry of one of the definition's own keys. */
  public Optional<Entry> entry(String key) {
    return node().entry(key);
  }

  public Place place(TextRange range) {
    return source().place(range);
  }
}
