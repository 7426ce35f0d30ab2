package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What is left out of a long list while it is read makes no difference. */
class LongListsTest {

  private static final List<String> FRAGMENTS =
      List.of(
          "a:\n",
          "b: |\n",
          "b: >-\n",
          "? k\n",
          ": v\n",
          "c: 'x\n",
          "d: \"x\n",
          "e: [\n",
          "]\n",
          "f: &a\n",
          "g: *a\n",
          "---\n",
          "...\n",
          "# comment\n",
          "  # comment\n",
          "\n",
          "   \n",
          "\t\n",
          "- \n",
          "-\n",
          "  - x\n",
          "- x: y\n",
          "- pip:\n",
          "  - pip:\n",
          "- 'q'\n",
          "- \"q\"\n",
          "- x # comment\n",
          "- x \n",
          "- x:\n",
          "- {a: b}\n",
          "- [a\n",
          "- &a x\n",
          "- !t x\n",
          "- *a\n",
          "- - x\n",
          "  continued\n",
          "    continued\n",
          "h: i: j\n",
          "name: \u00E9\uD83D\uDE00 {{x}}\n",
          "- {{x}}\n",
          "\tx: y\n",
          "<<<<<<< ours\n",
          "x: &a [b,\n",
          "i: x\n  y\n");

  @Provide
  Arbitrary<String> texts() {
    var fragment = Arbitraries.of(FRAGMENTS);
    var list =
        Combinators.combine(
                Arbitraries.integers().between(0, 3),
                Arbitraries.of(1, 3, 15, 16, 17, 40),
                Arbitraries.of("x%d", "lib-%d==1.%d", "a::b=%d", "x ; y > %d", "a%d:b c"))
            .as(LongListsTest::list);
    var parts = Arbitraries.frequencyOf(List.of(of(3, fragment), of(2, list)));
    return Combinators.combine(
            parts.list().ofMaxSize(9),
            Arbitraries.of("\n", "\n", "\n", "\r\n", "\r"),
            Arbitraries.of("", "", "", "\uFEFF"),
            Arbitraries.of(true, true, false))
        .as(
            (all, end, bom, closed) -> {
              String text = bom + String.join("", all).replace("\n", end);
              return closed ? text : text.stripTrailing();
            });
  }

  private static Tuple2<Integer, Arbitrary<String>> of(int weight, Arbitrary<String> parts) {
    return Tuple.of(weight, parts);
  }

  private static String list(int indent, int items, String item) {
    return IntStream.range(0, items)
        .mapToObj(i -> " ".repeat(indent) + "- " + item.replace("%d", "" + i % 7) + "\n")
        .collect(Collectors.joining());
  }

  @Property(tries = 1500)
  void whatIsLeftOutMakesNoDifference(@ForAll("texts") String text) {
    assertSame(text);
  }

  private static void assertSame(String text) {
    var whole = YamlReader.readLineByLine(text);
    var read = Yaml.parse(text);
    assertEquals(whole.problems(), read.problems());
    assertEquals(whole.documents(), read.documents());
    assertEquals(whole.comments(), read.comments());
    assertEquals(whole.unread(), read.unread());
  }

  @Example
  void theEngineSeesFewLinesOfALongList() {
    var lists = LongLists.in("a:\n" + list(2, 1000, "numpy==1.%d") + "b: c\n");
    assertEquals("a:\n  - numpy==1.0\n  - numpy==1.5\nb: c\n", lists.shortened());
  }

  @Example
  void theEngineSeesAllOfAListOfMappings() {
    String text = "a:\n" + "  - b: c\n".repeat(1000);
    assertEquals(text, LongLists.in(text).shortened());
  }

  @Example
  void theLinesOfABlockScalarStayText() {
    var yaml = Yaml.parse("a: |\n" + list(2, 100, "x%d") + "b: c\n");
    var text = yaml.documents().get(0).mapping().orElseThrow().scalar("a").orElseThrow().text();
    assertEquals(100, text.lines().count());
  }

  @Example
  void aFaultBelowALongListIsTold() {
    String text = "a:\n" + list(2, 100, "x%d") + "b: [c\nd: e\n";
    assertTrue(!Yaml.parse(text).isIntact());
    assertSame(text);
  }

  @Example
  void anAliasOfALongListCountsAllOfIt() {
    var lines = new ArrayList<String>();
    lines.add("a: &a\n" + list(2, 999, "x%d"));
    for (int i = 0; i < 120; i++) {
      lines.add("b%d: *a\n".formatted(i));
    }
    String text = String.join("", lines);
    assertEquals(1, Yaml.parse(text).problems().size());
    assertSame(text);
  }
}
