package dev.envlens.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PyYamlTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What PyYAML 6.0.3 gave for each value. */
  static Stream<Named<JsonNode>> dumps() {
    return TestData.json("pyyaml-dumps.json")
        .valueStream()
        .map(dump -> Named.of(dump.get("name").asString(), dump));
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void isWhatPyYamlWrites(JsonNode dump) {
    assertEquals(dump.get("dump").asString(), PyYaml.dump(dump.get("value")));
  }

  @Test
  void whatIsTheSameObjectTwiceIsWrittenOnce() {
    ArrayNode list = JSON.arrayNode().add("x");
    ArrayNode empty = JSON.arrayNode();
    ObjectNode map = JSON.objectNode().put("k", "v");
    ObjectNode value = JSON.objectNode();
    value.set("a", list);
    value.set("b", list);
    value.set("", list);
    value.putArray("c").add(map).add(empty).addArray().add(list);
    value.putObject("d").set("m", map).set("e", empty);

    assertEquals(
        """
        ? ''
        : &id001
        - x
        a: *id001
        b: *id001
        c:
        - &id003
          k: v
        - &id002 []
        - - *id001
        d:
          e: *id002
          m: *id003
        """,
        PyYaml.dump(value));
  }

  @Test
  void equalObjectsAreWrittenEach() {
    ArrayNode value = JSON.arrayNode();
    value.addArray().add("x");
    value.addArray().add("x");

    assertEquals("- - x\n- - x\n", PyYaml.dump(value));
  }

  @Test
  void scalarsOfOtherTypesCountByTheirText() {
    assertEquals(
        "- '1'\n- 'true'\n- ''\n", PyYaml.dump(JSON.arrayNode().add(1).add(true).addNull()));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readsBackAsTheSameValue(@ForAll("values") JsonNode value) {
    assertEquals(value, TestData.yamlOfTexts(PyYaml.dump(value)));
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return values(3);
  }

  private static Arbitrary<JsonNode> values(int levels) {
    Arbitrary<JsonNode> text = texts().map(JSON::stringNode);
    if (levels == 0) {
      return text;
    }
    Arbitrary<JsonNode> below = values(levels - 1);
    return Arbitraries.oneOf(
        text,
        below.list().ofMaxSize(3).map(items -> JSON.arrayNode().addAll(items)),
        Arbitraries.maps(texts(), below)
            .ofMaxSize(3)
            .map(entries -> JSON.objectNode().setAll(entries)));
  }

  /** Without the characters whose escapes the reader doesn't know: {@code \\L}, {@code \\N}. */
  private static Arbitrary<String> texts() {
    Arbitrary<String> bits =
        Arbitraries.of(
            "a",
            "word",
            "-",
            "0",
            ".",
            ":",
            ": ",
            " #",
            "'",
            "\"",
            "\\",
            "\n",
            "\t",
            " ",
            "  ",
            "é",
            "你",
            "\uFEFF",
            "\uD83D\uDC0D",
            "\0",
            "~",
            "?",
            "[",
            "{");
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, bits.list().ofMaxSize(6).map(list -> String.join("", list))),
        net.jqwik.api.Tuple.of(1, bits.list().ofMaxSize(90).map(list -> String.join("", list))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1:1", "0", "_", " ", "\n", "\t", "'", "é", "2019-01-01 "})
  void takesNoLongerThanTheTextIs(String bit) {
    JsonNode text = JSON.stringNode("1" + bit.repeat(500_000));

    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> PyYaml.dump(text));
  }
}
