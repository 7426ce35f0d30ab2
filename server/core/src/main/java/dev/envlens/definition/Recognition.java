package dev.envlens.definition;

import dev.envlens.text.Nearest;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Unreadable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mapping is, by its content: {@code $schema} decides where it stands, else the keys do.
 * What bears the mark of something foreign, a Compose file or a workflow, is none of ours, nor is
 * what has more keys that we don't know than keys that we do: a miss is better than a false alarm.
 * A misspelt key counts as the one that was meant.
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

  /** Compose, workflows, Kubernetes, Helm, image templates, containers, Ansible, CI, packages. */
  private static final Set<String> FOREIGN_KEYS =
      Set.of(
          "allow_duplicates",
          "apiVersion",
          "container_name",
          "containers",
          "context",
          "customizations",
          "features",
          "galaxy_info",
          "kind",
          "on",
          "openapi",
          "phases",
          "ports",
          "publish",
          "replicaCount",
          "replicas",
          "runs",
          "services",
          "stages",
          "steps");

  /** One of these beside an image, a build context or a conda file makes an environment. */
  private static final Set<String> ENVIRONMENT_KEYS =
      Set.of("name", "version", "image", "conda_file", "inference_config", "os_type");

  /** What an environment never has, but containers, jobs and pipelines of other tools do. */
  private static final Set<String> NEVER_BESIDE_AN_IMAGE =
      Set.of(
          "args",
          "command",
          "entrypoint",
          "env",
          "environment",
          "install",
          "jobs",
          "pipelines",
          "script",
          "volumes");

  /** Every key that an environment file can have, with those of a conda file put there by error. */
  static final Set<String> KNOWN_ENVIRONMENT_KEYS =
      Set.of(
          "$schema",
          "build",
          "channels",
          "conda_file",
          "creation_context",
          "datastore",
          "dependencies",
          "description",
          "id",
          "image",
          "inference_config",
          "intellectual_property",
          "latest_version",
          "name",
          "os_type",
          "properties",
          "resourceGroup",
          "stage",
          "tags",
          "type",
          "version");

  private static final Set<String> BUILD_KEYS = Set.of("path", "dockerfile_path", "local_path");

  private static final Set<String> CONDA_KEYS =
      Set.of("name", "channels", "dependencies", "prefix", "variables", "platforms");

  private static final Set<String> V1_PYTHON_KEYS =
      Set.of(
          "condaDependencies",
          "condaDependenciesFile",
          "userManagedDependencies",
          "interpreterPath");

  private static final Set<String> V1_DOCKER_KEYS =
      Set.of("baseImage", "baseDockerfile", "buildContext");

  /** One of these beside {@code environment} makes a host. */
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

  /** What a host of some type holds that has an environment further in. */
  private static final Set<String> HOST_SECTIONS = Set.of("component", "jobs", "task", "trial");

  private static final Pattern PICTURE = Pattern.compile("/.*|.*\\.(?:png|jpe?g|gif|svg|webp|ico)");

  private static final String SCHEMA_ENDING = ".schema.json";

  private Recognition() {}

  /**
   * What {@code root} is.
   *
   * @param intact whether all of its text could be read; if not, its keys aren't counted
   */
  static Subject of(Mapping root, boolean intact) {
    var schema = root.scalar("$schema").map(Scalar::text);
    if (schema.isPresent()) {
      return bySchema(schema.get());
    }
    if (FOREIGN_KEYS.stream().anyMatch(root::has)) {
      return Subject.FOREIGN;
    }
    if (isV1(root)) {
      return Subject.V1;
    }
    if (isEnvironment(root, intact)) {
      return Subject.ENVIRONMENT;
    }
    if (isHost(root)) {
      return Subject.HOST;
    }
    return isConda(root) ? Subject.CONDA : Subject.FOREIGN;
  }

  /**
   * Azure ML's schemas are named after what they describe, as in {@code commandJob.schema.json}.
   * Another host's schema of such a name describes something else.
   */
  private static Subject bySchema(String schema) {
    String address = schema.strip().toLowerCase(Locale.ROOT);
    if (address.startsWith("http") && !address.contains("azureml")) {
      return Subject.FOREIGN;
    }
    String file = address.substring(address.lastIndexOf('/') + 1);
    if (!file.endsWith(SCHEMA_ENDING)) {
      return Subject.FOREIGN;
    }
    String name = file.substring(0, file.length() - SCHEMA_ENDING.length());
    if (name.equals("environment")) {
      return Subject.ENVIRONMENT;
    }
    return Stream.of("job", "component", "deployment", "pipeline", "sweep").anyMatch(name::contains)
        ? Subject.HOST
        : Subject.FOREIGN;
  }

  private static boolean isEnvironment(Mapping root, boolean intact) {
    var image = root.get("image");
    if (NEVER_BESIDE_AN_IMAGE.stream().anyMatch(root::has)
        || image.filter(Mapping.class::isInstance).isPresent()
        || image.filter(Recognition::isPicture).isPresent()
        || hasForeignBuild(root)) {
      return false;
    }
    boolean hasImage = image.filter(Recognition::isText).isPresent();
    if (!hasImage && !isBuild(root) && !root.has("conda_file")) {
      return false;
    }
    String mark = hasImage ? "image" : isBuild(root) ? "build" : "conda_file";
    boolean beside =
        ENVIRONMENT_KEYS.stream().anyMatch(key -> !key.equals(mark) && root.has(key))
            || (hasImage && hasBuildKey(root));
    boolean certain = root.has("conda_file") || hasBuildKey(root);
    return beside
        && (certain || !intact || isMostly(KNOWN_ENVIRONMENT_KEYS, root))
        && !(isJson(root) && isNameAndImage(root));
  }

  /** A web site's or a package's {@code image} is a picture. */
  private static boolean isPicture(Node image) {
    return image instanceof Scalar scalar
        && PICTURE.matcher(scalar.text().strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** Other tools' {@code build} has keys of their own. */
  private static boolean hasForeignBuild(Mapping root) {
    return root.mapping("build")
        .filter(build -> !build.entries().isEmpty())
        .filter(
            build -> build.entries().stream().map(Entry::name).noneMatch(Recognition::isBuildKey))
        .isPresent();
  }

  private static boolean isBuildKey(String key) {
    return Nearest.to(key, BUILD_KEYS).isPresent();
  }

  /** A value that is, or after a syntax error may have been, a text. */
  private static boolean isText(Node node) {
    return node instanceof Scalar || node instanceof Unreadable;
  }

  /** Other tools have a mapping {@code build} as well, with keys of their own. */
  private static boolean isBuild(Mapping root) {
    return hasBuildKey(root) || (root.mapping("build").isPresent() && root.has("name"));
  }

  private static boolean hasBuildKey(Mapping root) {
    return hasAny(root.mapping("build"), BUILD_KEYS);
  }

  /** A development container is a JSON file with just these. */
  private static boolean isNameAndImage(Mapping root) {
    return root.effective().stream()
        .map(Entry::name)
        .filter(ENVIRONMENT_KEYS::contains)
        .allMatch(key -> key.equals("name") || key.equals("image"));
  }

  private static boolean isJson(Mapping root) {
    return root.flow()
        && root.entries().stream()
            .allMatch(
                entry ->
                    entry.key() instanceof Scalar key && key.style() == ScalarStyle.DOUBLE_QUOTED);
  }

  private static boolean isMostly(Set<String> known, Mapping mapping) {
    var entries = mapping.effective();
    return entries.stream()
                .map(Entry::name)
                .filter(key -> known.contains(key) || Nearest.to(key, known).isPresent())
                .count()
            * 2
        >= entries.size();
  }

  /**
   * Whether the value of a key {@code environment} is an environment rather than somebody's own.
   */
  static boolean isInline(Mapping mapping) {
    return mapping.get("image").filter(Recognition::isText).isPresent()
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

  private static boolean isHost(Mapping root) {
    boolean typed = root.scalar("type").map(Scalar::text).filter(HOST_TYPES::contains).isPresent();
    if (root.has("environment")) {
      return typed
          || HOST_KEYS.stream().anyMatch(root::has)
          || root.mapping("environment").filter(Recognition::isV1).isPresent();
    }
    return typed && HOST_SECTIONS.stream().anyMatch(key -> root.mapping(key).isPresent());
  }

  private static boolean isConda(Mapping root) {
    if (root.has("build_dependencies") || root.has("image") || root.has("jobs")) {
      return false;
    }
    boolean hasChannels = root.sequence("channels").isPresent();
    if (!isMostly(CONDA_KEYS, root) || (isJson(root) && !hasChannels)) {
      return false;
    }
    var dependencies = root.sequence("dependencies");
    boolean named = hasChannels || root.has("name");
    return dependencies.isPresent()
        ? (named || !dependencies.get().items().isEmpty()) && !isOthers(dependencies.get())
        : hasChannels && root.has("dependencies");
  }

  /**
   * A list of mappings without {@code pip} is another tool's, and so is one with Ansible's roles.
   */
  private static boolean isOthers(Sequence dependencies) {
    List<Node> values = dependencies.items().stream().map(Item::value).toList();
    return values.stream().anyMatch(value -> value instanceof Mapping item && item.has("role"))
        || (!values.isEmpty()
            && values.stream()
                .allMatch(value -> value instanceof Mapping item && !item.has("pip")));
  }
}
