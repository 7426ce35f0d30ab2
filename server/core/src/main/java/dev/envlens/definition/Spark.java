package dev.envlens.definition;

import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Node;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.stream.Stream;

/** The Spark section of a v1 definition. Packages are {@code group:artifact:version}. */
public record Spark(List<String> repositories, List<String> packages, boolean precache) {

  /** What names a package, in the order in which it is written. */
  static final List<String> COORDINATES = List.of("group", "artifact", "version");

  static Spark of(Mapping node) {
    return new Spark(
        items(node, "repositories").flatMap(Spark::text).toList(),
        items(node, "packages").flatMap(Spark::coordinates).toList(),
        node.scalar("precachePackages").map(Scalar::text).map(Boolean::parseBoolean).orElse(true));
  }

  /** Whether it names something to install. */
  public boolean isEmpty() {
    return repositories.isEmpty() && packages.isEmpty();
  }

  private static Stream<Node> items(Mapping node, String key) {
    return node.sequence(key).map(Sequence::items).stream().flatMap(List::stream).map(Item::value);
  }

  private static Stream<String> text(Node node) {
    return node instanceof Scalar scalar ? Stream.of(scalar.text()) : Stream.empty();
  }

  private static Stream<String> coordinates(Node node) {
    if (node instanceof Mapping mapping) {
      return Stream.of(
          String.join(
              ":",
              COORDINATES.stream()
                  .map(key -> mapping.scalar(key).map(Scalar::text).orElse(""))
                  .toList()));
    }
    return text(node);
  }
}
