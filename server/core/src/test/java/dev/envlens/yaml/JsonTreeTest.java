package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeType;

class JsonTreeTest {

  private static JsonTree tree(String text, JsonTree.Mode mode) {
    return JsonTree.of(Yaml.parse(text).documents().get(0).root().orElseThrow(), mode);
  }

  private static void assertJson(String json, String text, JsonTree.Mode mode) {
    assertEquals(json, tree(text, mode).root().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "-7, -7",
    "+7, 7",
    "007, 7",
    "0x1F, 31",
    "0o17, 15",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "1.50, 1.5",
    ".5, 0.5",
    "1., 1.0",
    "-1e3, -1000.0",
    "6.02E+23, 6.02E23",
    "true, true",
    "FALSE, false",
    "~, null",
    "Null, null",
    "'', null",
  })
  void anUnquotedScalarIsWhatTheCoreSchemaSays(String text, String json) {
    assertEquals(json, JsonTree.typed(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "no",
        "on",
        "tRUE",
        "1.2.3",
        "1_000",
        "0b1",
        "0x",
        "0xg",
        "0o8",
        ".",
        "-",
        "+",
        "e3",
        "1e",
        "1e+",
        "12:30",
        "2024-01-01",
        "1 2",
        "-.",
        "--1",
        "١",
        "0x１"
      })
  void whatOnlyLooksLikeANumberOrFlagIsText(String text) {
    assertEquals(JsonNodeType.STRING, JsonTree.typed(text).getNodeType());
  }

  @ParameterizedTest
  @ValueSource(strings = {".inf", "-.INF", "+.Inf", ".nan", ".NaN"})
  void infinityAndNotANumberAreNumbers(String text) {
    assertEquals(JsonNodeType.NUMBER, JsonTree.typed(text).getNodeType());
  }

  @Test
  void aMillionDigitsStayText() {
    assertEquals(JsonNodeType.STRING, JsonTree.typed("9".repeat(1_000_000)).getNodeType());
  }

  @Test
  void asTextEveryScalarButNullIsText() {
    assertJson(
        """
        {"a":"1","b":"true","c":"1.10","d":null,"e":null,"f":"null"}""",
        """
        a: 1
        b: true
        c: 1.10
        d: ~
        e:
        f: "null"
        """,
        JsonTree.Mode.TEXT);
  }

  @Test
  void typedQuotesMakeText() {
    assertJson(
        """
        {"a":1,"b":"1","c":"true","d":[false,"x"],"e":"2\\n"}""",
        """
        a: 1
        b: '1'
        c: "true"
        d: [false, x]
        e: |
          2
        """,
        JsonTree.Mode.TYPED);
  }

  @Test
  void aliasesAndMergesAreResolvedAndTheLastOfTwoKeysCounts() {
    assertJson(
        """
        {"base":{"x":"1","y":"2"},"copy":{"x":"1","y":"2"},"own":{"y":"4","x":"1"}}""",
        """
        base: &base {x: 1, y: 2}
        copy: *base
        own:
          <<: *base
          y: 3
          y: 4
        """,
        JsonTree.Mode.TEXT);
  }

  @Test
  void whatCannotBeReadIsNullAndRemembered() {
    var tree = tree("a: *nowhere\nb: 1\n", JsonTree.Mode.TEXT);
    assertEquals("{\"a\":null,\"b\":\"1\"}", tree.root().toString());
    assertEquals(false, tree.intact());
    assertEquals(true, tree("a: ~\n", JsonTree.Mode.TEXT).intact());
  }
}
