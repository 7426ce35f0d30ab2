package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/**
 * A text that is not YAML, and what comes of it.
 *
 * @param marked with {@code «»} around what is pointed at, and {@code →} for tabs
 * @param tree as {@link Trees} prints it
 * @param messages in the order of the text
 */
record Broken(String name, String marked, String tree, List<String> messages) {

  static Broken broken(String name, String marked, String tree, String... messages) {
    return new Broken(name, marked.replace('→', '\t'), tree, List.of(messages));
  }

  void check() {
    var yaml = Yaml.parse(marked.replaceAll("[«»]", ""));
    assertAll(
        () -> assertEquals(tree, Trees.print(yaml)),
        () -> assertEquals(marked, Trees.markProblems(yaml)),
        () -> assertEquals(messages, yaml.problems().stream().map(YamlProblem::message).toList()));
  }

  @Override
  public String toString() {
    return name;
  }
}
