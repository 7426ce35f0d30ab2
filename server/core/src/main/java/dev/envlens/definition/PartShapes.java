package dev.envlens.definition;

import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the values that decide an image are of the kind that can be read. One that isn't must not
 * pass for one that isn't there: the image would be another.
 */
final class PartShapes {

  private enum Shape {
    TEXT("text"),
    MAPPING("a mapping"),
    LIST("a list"),
    TEXT_OR_MAPPING("a path or a conda definition");

    private final String words;

    Shape(String words) {
      this.words = words;
    }

    private boolean fits(Node node) {
      return switch (this) {
        case TEXT -> node instanceof Scalar;
        case MAPPING -> node instanceof Mapping;
        case LIST -> node instanceof Sequence;
        case TEXT_OR_MAPPING -> node instanceof Scalar || node instanceof Mapping;
      };
    }
  }

  private static final Map<String, Shape> V2 =
      Map.of(
          "image", Shape.TEXT,
          "build", Shape.MAPPING,
          "conda_file", Shape.TEXT_OR_MAPPING,
          "os_type", Shape.TEXT);

  private static final Map<String, Shape> BUILD =
      Map.of("path", Shape.TEXT, "dockerfile_path", Shape.TEXT);

  private static final Map<String, Shape> V1 =
      Map.of("docker", Shape.MAPPING, "python", Shape.MAPPING, "spark", Shape.MAPPING);

  private static final Map<String, Shape> V1_DOCKER =
      Map.of(
          "baseImage", Shape.TEXT,
          "baseDockerfile", Shape.TEXT,
          "buildContext", Shape.MAPPING,
          "platform", Shape.MAPPING);

  private static final Map<String, Shape> V1_CONTEXT =
      Map.of("location", Shape.TEXT, "dockerfilePath", Shape.TEXT);

  private static final Map<String, Shape> V1_PYTHON =
      Map.of(
          "condaDependencies", Shape.MAPPING,
          "condaDependenciesFile", Shape.TEXT,
          "userManagedDependencies", Shape.TEXT);

  private static final Map<String, Shape> V1_SPARK =
      Map.of(
          "repositories", Shape.LIST,
          "packages", Shape.LIST,
          "precachePackages", Shape.TEXT);

  private PartShapes() {}

  /** What is wrong with a value, as the end of a sentence. */
  static Optional<String> fault(Definition definition) {
    var node = definition.node();
    return (definition.form() == Form.V1 ? v1(node) : v2(node)).findFirst();
  }

  private static Stream<String> v2(Mapping node) {
    return Stream.concat(faults(node, V2), faults(node.mapping("build"), BUILD));
  }

  private static Stream<String> v1(Mapping node) {
    var docker = node.mapping("docker");
    var context = docker.flatMap(section -> section.mapping("buildContext"));
    return Stream.of(
            faults(node, V1),
            faults(docker, V1_DOCKER),
            faults(context, V1_CONTEXT),
            faults(node.mapping("python"), V1_PYTHON),
            faults(node.mapping("spark"), V1_SPARK))
        .flatMap(found -> found);
  }

  private static Stream<String> faults(Optional<Mapping> mapping, Map<String, Shape> shapes) {
    return mapping.stream().flatMap(node -> faults(node, shapes));
  }

  private static Stream<String> faults(Mapping mapping, Map<String, Shape> shapes) {
    return mapping.effective().stream()
        .filter(entry -> shapes.containsKey(entry.name()))
        .filter(entry -> !(entry.value() instanceof Scalar value && value.isNull()))
        .filter(entry -> !shapes.get(entry.name()).fits(entry.value()))
        .map(entry -> "'%s' isn't %s".formatted(entry.name(), shapes.get(entry.name()).words));
  }
}
