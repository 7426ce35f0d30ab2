package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text that is not YAML, and what comes of it.
 *
 * @param marked with {@code «»} around what is pointed at, and {@code →} for tabs
 * @param tree as {@link Trees} prints it
 * @param messages in the order of the text
 */
record Broken(String name, String marked, String tree, List<String> messages) {

  private static final int KEYS = 400;

  static Broken broken(String name, String marked, String tree, String... messages) {
    return new Broken(name, marked.replace('→', '\t'), tree, List.of(messages));
  }

  void check() {
    var yaml = Yaml.parse(text());
    assertAll(
        () -> assertEquals(tree, Trees.print(yaml)),
        () -> assertEquals(marked, Trees.markProblems(yaml)),
        () -> assertEquals(messages, messages(yaml)));
  }

  boolean canStandAmongKeys() {
    return tree.startsWith("{") && Character.isLetter(text().charAt(0));
  }

  /** Among other keys, and far from either end: what is above and below is read as well. */
  void checkAmidALongFile() {
    var alone = Yaml.parse(text());
    String above = keys("above");
    var amid = Yaml.parse(above + text() + keys("below"));
    var root = amid.documents().get(0).mapping().orElseThrow();
    int own = alone.documents().get(0).mapping().orElseThrow().entries().size();
    assertAll(
        () -> assertEquals(messages, messages(amid)),
        () ->
            assertEquals(
                alone.problems().stream().map(it -> it.range().shift(above.length())).toList(),
                amid.problems().stream().map(YamlProblem::range).toList()),
        () -> assertEquals(2 * KEYS + own, root.entries().size()));
  }

  private static String keys(String name) {
    return IntStream.range(0, KEYS)
        .mapToObj(i -> "%s%d:\n  - an item\n  - b: c\n".formatted(name, i))
        .collect(Collectors.joining());
  }

  private String text() {
    return marked.replaceAll("[«»]", "");
  }

  private static List<String> messages(Yaml yaml) {
    return yaml.problems().stream().map(YamlProblem::message).toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
