package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to be too much, or are. The timeouts catch what grows with the square. */
@Timeout(60)
class BoundsTest {

  private static final int MANY = 300_000;

  private static final String TOO_MANY =
      "The aliases of this file stand for more than 100000 values: write fewer of them.";
  private static final String TOO_DEEP =
      "This is nested more than 200 levels deep and isn't read: nest it less deeply.";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void giveOneProblemAndKeepTheRest(String name, String text, String message, String lastKey) {
    var yaml = Yaml.parse(text);
    var root = yaml.documents().get(0).mapping().orElseThrow();
    var last = root.entries().get(root.entries().size() - 1);
    assertAll(
        () -> assertEquals(1, yaml.problems().size()),
        () -> assertEquals(message, yaml.problems().get(0).message()),
        () -> assertEquals(lastKey, last.name()));
  }

  static Stream<Arguments> giveOneProblemAndKeepTheRest() {
    return Stream.of(
        arguments("a billion laughs", laughs("a%d: &a%1$d [%s]\n") + "z: 1\n", TOO_MANY, "z"),
        arguments(
            "a billion merges",
            laughs("a%d: &a%1$d {k%1$d: 1, <<: [%s]}\n") + "z: 1\n",
            TOO_MANY,
            "z"),
        arguments(
            "a large list, often",
            "a: &a [" + "x, ".repeat(1000) + "]\nb:\n" + "- *a\n".repeat(10_000) + "z: 1\n",
            TOO_MANY,
            "z"),
        arguments(
            "aliases that nest",
            chain("a%d: &a%1$d [[[[[[[[[[*a%d]]]]]]]]]]\n", 100),
            TOO_DEEP,
            "z"),
        arguments(
            "brackets", "a: " + "[".repeat(250) + "]".repeat(250) + "\nz: 1\n", TOO_DEEP, "z"),
        arguments(
            "braces", "a: " + "{a: ".repeat(250) + "}".repeat(250) + "\nz: 1\n", TOO_DEEP, "z"),
        arguments("dashes", "a:\n  " + "- ".repeat(250) + "\nz: 1\n", TOO_DEEP, "z"),
        arguments("blocks", "a: 1\n" + blocks(250) + "z: 1\n", TOO_DEEP, "z"),
        arguments("very many brackets", "y: 1\nz: " + "[".repeat(MANY), TOO_DEEP, "z"),
        arguments("very many braces", "y: 1\nz: " + "{a: ".repeat(MANY), TOO_DEEP, "z"),
        arguments("very many dashes", "y: 1\nz:\n  " + "- ".repeat(MANY), TOO_DEEP, "z"),
        arguments(
            "a quote amid many keys",
            keys(MANY / 10, "key") + "q: \"x\n" + keys(MANY / 10, "more") + "z: 1\n",
            "This quote isn't closed: add \".",
            "z"),
        arguments(
            "half a key amid many keys",
            keys(MANY / 10, "key") + "half\n" + keys(MANY / 10, "more") + "z: 1\n",
            "This line has no ':' behind its key: write 'key: value'.",
            "z"),
        arguments(
            "a bracket amid many items",
            "d:\n" + "- x\n".repeat(MANY / 10) + "- [y\n" + "- x\n".repeat(MANY / 10) + "z: 1\n",
            "This list isn't closed: add ']'.",
            "z"),
        arguments(
            "tabs on every line",
            "z:\n" + "\t- x\n".repeat(MANY / 10),
            "YAML doesn't take a tab here: use spaces.",
            "z"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void giveAsManyProblemsAsArePossibleToRead(String name, String text) {
    int problems = Yaml.parse(text).problems().size();
    assertTrue(problems >= 1 && problems <= YamlReader.MAX_PROBLEMS, () -> problems + " problems");
  }

  static Stream<Arguments> giveAsManyProblemsAsArePossibleToRead() {
    return Stream.of(
        arguments("bad values", "k: @v\n".repeat(MANY)),
        arguments("half keys", "k: 1\nhalf\n".repeat(MANY / 10)),
        arguments("quotes", "- \"v\n".repeat(MANY / 10)),
        arguments("quotes alone", "\"".repeat(MANY)),
        arguments("brackets", "- [\n".repeat(MANY / 10)),
        arguments("colons", ": ".repeat(MANY)),
        arguments("keys on one line", "a: ".repeat(MANY)),
        arguments("aliases to nowhere", "- *a\n".repeat(MANY / 10)),
        arguments("control characters", "\u0001".repeat(MANY)),
        arguments("percent signs", "%\n".repeat(MANY)),
        arguments("ampersands", "& ".repeat(MANY)),
        arguments("escapes", "a: \"" + "\\d".repeat(MANY)),
        arguments("open placeholders", "{{ ".repeat(MANY)),
        arguments("conflicts", "<<<<<<< a\n=======\n>>>>>>> b\n".repeat(MANY / 30) + "x\ny: z\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void areReadWhenTheyAreOnlyLarge(String name, String text) {
    assertTrue(Yaml.parse(text).isIntact());
  }

  static Stream<Arguments> areReadWhenTheyAreOnlyLarge() {
    return Stream.of(
        arguments("keys", keys(MANY / 3, "key")),
        arguments("a word", "k: " + "w".repeat(3 * MANY)),
        arguments("words", "k: " + "w ".repeat(MANY)),
        arguments("lines", "k: |\n" + "  w\n".repeat(MANY)),
        arguments("a quoted text", "k: \"" + "w\\n ".repeat(MANY) + "\""),
        arguments("comments", "k: 1\n" + "# c\n".repeat(MANY)),
        arguments("a comment", "k: 1 #" + "c".repeat(3 * MANY)),
        arguments("a list on a line", "k: [" + "a, ".repeat(MANY) + "]"),
        arguments("placeholders", "k: " + "{{x}}".repeat(MANY)),
        arguments("emoji", "k: " + "\uD83D\uDE00 ".repeat(MANY)),
        arguments("blank lines", "k: 1" + "\n".repeat(3 * MANY)),
        arguments("documents", "---\n".repeat(MANY / 3)),
        arguments("brackets to the limit", "[".repeat(200) + "]".repeat(200)));
  }

  @Test
  void aTextOverTheLimitIsNotRead() {
    var yaml = Yaml.parse("a: 1\n", 4);
    assertTrue(yaml.documents().isEmpty());
    assertEquals("«a: 1»\n", Trees.markProblems(yaml));
    assertTrue(Yaml.parse("a: 1", 4).isIntact());
  }

  @Test
  void mergesThatNestAreBounded() {
    var root =
        Yaml.parse(laughs("a%d: &a%1$d {k%1$d: 1, <<: [%s]}\n")).documents().get(0).mapping();
    int sizes =
        root.orElseThrow().entries().stream()
            .mapToInt(entry -> ((Mapping) entry.value()).effective().size())
            .sum();
    assertTrue(sizes > 9, () -> "merged " + sizes);
  }

  /** Nine lists, each of which holds the one before nine times. */
  private static String laughs(String line) {
    String first = "a0: &a0 {x: 1}\n";
    return first
        + IntStream.rangeClosed(1, 9)
            .mapToObj(
                i ->
                    line.formatted(
                        i,
                        Stream.generate(() -> "*a" + (i - 1))
                            .limit(9)
                            .collect(Collectors.joining(", "))))
            .collect(Collectors.joining());
  }

  private static String chain(String line, int length) {
    return "a0: &a0 1\n"
        + IntStream.rangeClosed(1, length)
            .mapToObj(i -> line.formatted(i, i - 1))
            .collect(Collectors.joining())
        + "z: 1\n";
  }

  private static String blocks(int depth) {
    return IntStream.range(0, depth)
        .mapToObj(i -> " ".repeat(i) + "b:\n")
        .collect(Collectors.joining());
  }

  private static String keys(int count, String name) {
    return IntStream.range(0, count)
        .mapToObj(i -> name + i + ": value\n")
        .collect(Collectors.joining());
  }
}
