package dev.envlens.definition;

import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mapping is, by its content: {@code $schema} decides where it stands, else the keys do.
 * What bears the mark of something foreign, a Compose file or a workflow, is none of ours.
 */
final class Recognition {

  /** What a file's root can be. */
  enum Subject {
    ENVIRONMENT,
    V1,
    CONDA,
    /** A job, component, deployment or pipeline: environments may stand in it. */
    HOST,
    FOREIGN
  }

  private static final Set<String> FOREIGN_KEYS =
      Set.of("services", "on", "kind", "apiVersion", "publish", "context");

  private static final Set<String> ENVIRONMENT_KEYS =
      Set.of("name", "version", "image", "conda_file", "inference_config", "os_type");

  private static final Set<String> V1_PYTHON_KEYS =
      Set.of(
          "condaDependencies",
          "condaDependenciesFile",
          "userManagedDependencies",
          "interpreterPath");

  private static final Set<String> V1_DOCKER_KEYS =
      Set.of("baseImage", "baseDockerfile", "buildContext");

  /** A key of each group beside {@code environment} or {@code jobs} makes a host. */
  private static final Set<String> HOST_KEYS =
      Set.of(
          "command",
          "code",
          "code_configuration",
          "component",
          "compute",
          "endpoint_name",
          "experiment_name",
          "inputs",
          "instance_type",
          "model",
          "outputs",
          "script",
          "task",
          "trial");

  private static final Set<String> HOST_TYPES =
      Set.of(
          "automl",
          "batch",
          "command",
          "data_transfer",
          "import",
          "kubernetes",
          "managed",
          "parallel",
          "pipeline",
          "spark",
          "sweep");

  private Recognition() {}

  static Subject of(Mapping root) {
    var schema = root.scalar("$schema").map(Scalar::text);
    if (schema.isPresent()) {
      return bySchema(schema.get());
    }
    if (isV1(root)) {
      return Subject.V1;
    }
    if (FOREIGN_KEYS.stream().anyMatch(root::has)) {
      return Subject.FOREIGN;
    }
    if (isEnvironment(root)) {
      return Subject.ENVIRONMENT;
    }
    if (isHost(root)) {
      return Subject.HOST;
    }
    return isConda(root) ? Subject.CONDA : Subject.FOREIGN;
  }

  /**
   * Azure ML's schemas are named after what they describe, as in {@code commandJob.schema.json}.
   */
  private static Subject bySchema(String schema) {
    String file = schema.substring(schema.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (!file.endsWith(".schema.json")) {
      return Subject.FOREIGN;
    }
    String name = file.substring(0, file.length() - ".schema.json".length());
    if (name.equals("environment")) {
      return Subject.ENVIRONMENT;
    }
    return Stream.of("job", "component", "deployment", "pipeline", "sweep").anyMatch(name::contains)
        ? Subject.HOST
        : Subject.FOREIGN;
  }

  static boolean isEnvironment(Mapping mapping) {
    var image = mapping.get("image");
    boolean hasImage = image.isPresent() && image.get() instanceof Scalar;
    if (image.isPresent() && image.get() instanceof Mapping) {
      return false;
    }
    boolean hasBuild = mapping.mapping("build").isPresent();
    boolean hasConda = mapping.has("conda_file");
    if (!hasImage && !hasBuild && !hasConda) {
      return false;
    }
    String mark = hasImage ? "image" : hasBuild ? "build" : "conda_file";
    return ENVIRONMENT_KEYS.stream().anyMatch(key -> !key.equals(mark) && mapping.has(key));
  }

  /**
   * Whether the value of a key {@code environment} is an environment rather than somebody's own.
   */
  static boolean isInline(Mapping mapping) {
    return mapping.get("image").filter(Scalar.class::isInstance).isPresent()
        || mapping.has("conda_file")
        || mapping.mapping("build").isPresent();
  }

  static boolean isV1(Mapping mapping) {
    return hasAny(mapping.mapping("python"), V1_PYTHON_KEYS)
        || hasAny(mapping.mapping("docker"), V1_DOCKER_KEYS);
  }

  private static boolean hasAny(Optional<Mapping> mapping, Set<String> keys) {
    return mapping.isPresent() && keys.stream().anyMatch(mapping.get()::has);
  }

  private static boolean isHost(Mapping mapping) {
    boolean typed =
        mapping.scalar("type").map(Scalar::text).filter(HOST_TYPES::contains).isPresent();
    boolean placed = HOST_KEYS.stream().anyMatch(mapping::has);
    return (mapping.has("environment") && (typed || placed))
        || (mapping.mapping("jobs").isPresent() && typed)
        || (mapping.mapping("task").isPresent() && typed);
  }

  static boolean isConda(Mapping mapping) {
    var dependencies = mapping.sequence("dependencies");
    return dependencies.isPresent()
        && !mapping.has("build_dependencies")
        && !mapping.has("image")
        && mapping.get("jobs").isEmpty()
        && !isAllMappings(dependencies.get());
  }

  /** A list of mappings without {@code pip} is another tool's: a chart's, a role's, a task's. */
  private static boolean isAllMappings(Sequence dependencies) {
    List<Node> values = dependencies.items().stream().map(Item::value).toList();
    return !values.isEmpty()
        && values.stream().allMatch(value -> value instanceof Mapping item && !item.has("pip"));
  }
}
