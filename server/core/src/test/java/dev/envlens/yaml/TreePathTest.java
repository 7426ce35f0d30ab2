package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TreePathTest {

  /** {@code |} is the caret; the outcome is document:pointer, with {@code !} when on a key. */
  @ParameterizedTest
  @MethodSource
  void at(String text, String expected) {
    int caret = text.indexOf('|');
    var path = TreePath.at(Yaml.parse(text.replace("|", "")), caret);
    boolean onKey =
        path.innermost().filter(s -> s instanceof TreePath.Key key && key.onKey()).isPresent();
    assertEquals(expected, path.document() + ":" + path.pointer() + (onKey ? "!" : ""));
  }

  static Stream<Arguments> at() {
    return Stream.of(
        arguments("na|me: x\n", "0:/name!"),
        arguments("|name: x\n", "0:/name!"),
        arguments("name|: x\n", "0:/name!"),
        arguments("name: |x\n", "0:/name"),
        arguments("name: x|\n", "0:/name"),
        arguments("name: x  |\n", "0:/name"),
        arguments("name: |\nb: 1\n", "0:/name"),
        arguments("name: x # c|\n", "0:"),
        arguments("name: x\n|", "0:"),
        arguments("|", "0:"),
        arguments("a:\n  b/c: |1\n", "0:/a/b~1c"),
        arguments("a:\n  - x\n  - y|\n", "0:/a/1"),
        arguments("a:\n  - k: |v\n", "0:/a/0/k"),
        arguments("a: [x, {y: |z}]\n", "0:/a/1/y"),
        arguments("a:\n  b: 1\n|\n  c: 2\n", "0:/a"),
        arguments("a: &x {k: v}\nb: *|x\n", "0:/b"),
        arguments("a: 1\n---\n- b|\n", "1:/0"),
        arguments("a: |\n  text{\n  more\n".replace("|\n", ">\n").replace("{", "|"), "0:/a"),
        arguments("a: 1\nbro|ken\nb: 2\n", "0:"));
  }

  /** The same for the line that is being typed. */
  @ParameterizedTest
  @MethodSource
  void enclosing(String text, String expected) {
    int caret = text.indexOf('|');
    var path = TreePath.enclosing(Yaml.parse(text.replace("|", "")), caret);
    assertEquals(expected, path.pointer());
  }

  static Stream<Arguments> enclosing() {
    return Stream.of(
        arguments("a: 1\n|", ""),
        arguments("build:\n  path: .\n  |", "/build"),
        arguments("build:\n  path: .\n|\n", ""),
        arguments("build:\n  path: .\n  do|\nname: x\n", "/build"),
        arguments("build:\n  |\nname: x\n", "/build"),
        arguments(
            "conda_file:\n  dependencies:\n  - python\n  - pi|\n", "/conda_file/dependencies"),
        arguments("dependencies:\n- python\n- |\n", "/dependencies"),
        arguments("dependencies:\n- pip:\n  - a\n  - |\n", "/dependencies/0/pip"),
        arguments("dependencies:\n- pip:\n  - a\n- x|\n", "/dependencies"),
        arguments("dependencies:\n- pip:\n  - a\nna|\n", ""),
        arguments("a:\n  b: [x,\n    y|]\n", "/a/b/1"),
        arguments("tags: {a: 1}\n  |\n", "/tags"));
  }

  @Test
  void offsetsOutsideOfTheTextAreHarmless() {
    var yaml = Yaml.parse("a: 1\n");
    assertTrue(TreePath.at(yaml, 1000).steps().isEmpty());
    assertTrue(TreePath.at(yaml, -1).steps().isEmpty());
    assertTrue(TreePath.enclosing(yaml, 1000).steps().isEmpty());
    assertTrue(TreePath.enclosing(yaml, -1).steps().isEmpty());
  }
}
