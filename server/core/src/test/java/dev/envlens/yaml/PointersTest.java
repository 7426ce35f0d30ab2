package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointersTest {

  /** The example of RFC 6901, section 5. */
  private static final Node RFC_6901 =
      root(
          """
          {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,
           "k\\"l": 6, " ": 7, "m~n": 8}
          """);

  @ParameterizedTest
  @MethodSource
  void find(String pointer, String value) {
    assertEquals(value, Pointers.find(RFC_6901, pointer).map(Trees::print).orElseThrow());
  }

  static Stream<Arguments> find() {
    return Stream.of(
        arguments("", Trees.print(RFC_6901)),
        arguments("/foo", "['bar', 'baz']"),
        arguments("/foo/0", "'bar'"),
        arguments("/", "'0'"),
        arguments("/a~1b", "'1'"),
        arguments("/c%d", "'2'"),
        arguments("/e^f", "'3'"),
        arguments("/g|h", "'4'"),
        arguments("/i\\j", "'5'"),
        arguments("/k\"l", "'6'"),
        arguments("/ ", "'7'"),
        arguments("/m~0n", "'8'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo",
        "/fo",
        "/foo/2",
        "/foo/-",
        "/foo/00",
        "/foo/+1",
        "/foo/",
        "/foo/0/x",
        "/foo/x",
        "/m~n",
        "/m~2n",
        "/a~",
        "/foo/99999999999999999999",
        "//"
      })
  void leadNowhere(String pointer) {
    assertTrue(Pointers.find(RFC_6901, pointer).isEmpty());
  }

  @Test
  void followTheEntryThatCounts() {
    var root = root("a: &x {b: 1}\nc: {<<: *x}\nd: 1\nd: 2\n");
    assertEquals("'1'", Pointers.find(root, "/c/b").map(Trees::print).orElseThrow());
    assertEquals("'2'", Pointers.find(root, "/d").map(Trees::print).orElseThrow());
  }

  @Test
  void appendEscapes() {
    assertEquals("/a/b~1~01", Pointers.append(Pointers.append("", "a"), "b/~1"));
  }

  private static Node root(String yaml) {
    return Yaml.parse(yaml).documents().get(0).root().orElseThrow();
  }
}
