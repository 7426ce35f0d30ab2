package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Pointers;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsTest {

  private static final String BLOCK =
      """
      # an environment
      name: train # its name
      # the image
      image: 'python:3.11'
      build:
        path: docker   # here

      tags: {a: 1, b: 2}
      """;

  private interface Operation extends BiFunction<YamlEdits, Mapping, List<TextEdit>> {}

  /** {@code text} after an operation on its mapping at {@code pointer}; CRLF comes to the same. */
  private static String after(String text, String pointer, Operation operation) {
    String result = once(text, pointer, operation);
    if (!text.contains("\r")) {
      assertEquals(
          result.replace("\n", "\r\n"), once(text.replace("\n", "\r\n"), pointer, operation));
    }
    return result;
  }

  private static String once(String text, String pointer, Operation operation) {
    var yaml = Yaml.parse(text);
    var root = yaml.documents().get(0).root().orElseThrow();
    var mapping = (Mapping) Pointers.find(root, pointer).orElseThrow();
    return TextEdit.apply(text, operation.apply(new YamlEdits(yaml), mapping));
  }

  private static Entry entry(Mapping mapping, String key) {
    return mapping.entry(key).orElseThrow();
  }

  @Test
  void insertsAboveTheFirstEntryAndBelowItsComments() {
    assertEquals(
        BLOCK.replace("name: train", "version: \"1\"\nname: train"),
        after(BLOCK, "", (e, m) -> e.insertFirst(m, "version", new NewValue.Text("1"))));
  }

  @Test
  void insertsBelowAnEntryAndTheCommentAtItsEnd() {
    assertEquals(
        BLOCK.replace("its name\n", "its name\nimage: x:1\n"),
        after(
            BLOCK,
            "",
            (e, m) -> e.insertAfter(m, entry(m, "name"), "image", new NewValue.Text("x:1"))));
  }

  @Test
  void insertsBelowAnEntryOverSeveralLines() {
    assertEquals(
        BLOCK.replace("# here\n", "# here\nos_type: linux\n"),
        after(
            BLOCK,
            "",
            (e, m) -> e.insertAfter(m, entry(m, "build"), "os_type", new NewValue.Text("linux"))));
  }

  @Test
  void insertsIntoAnInnerMappingAtItsIndent() {
    assertEquals(
        BLOCK.replace("# here\n", "# here\n  dockerfile_path: gpu/Dockerfile\n"),
        after(
            BLOCK,
            "/build",
            (e, m) -> e.insertLast(m, "dockerfile_path", new NewValue.Text("gpu/Dockerfile"))));
  }

  @Test
  void insertsAfterTheLastLineOfAFileWithoutALineEnd() {
    assertEquals(
        "name: a\nimage: x",
        once("name: a", "", (e, m) -> e.insertLast(m, "image", new NewValue.Text("x"))));
  }

  @Test
  void insertsIntoAnItemOfAList() {
    assertEquals(
        "- a: 1\n  b: 2\n  c: x\n",
        after("- a: 1\n  b: 2\n", "/0", (e, m) -> e.insertLast(m, "c", new NewValue.Text("x"))));
    assertEquals(
        "- c: x\n  a: 1\n",
        after("- a: 1\n", "/0", (e, m) -> e.insertFirst(m, "c", new NewValue.Text("x"))));
  }

  @Test
  void aByteOrderMarkIsNoIndent() {
    assertEquals(
        "\uFEFFb: x\na: 1\n",
        after("\uFEFFa: 1\n", "", (e, m) -> e.insertFirst(m, "b", new NewValue.Text("x"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {a: 1}            | {a: 1, k: v}
          {}                | {k: v}
          {"a": 1}          | {"a": 1, "k": "v"}
          {a: 1,}           | {a: 1, k: v,}
          """)
  void insertsIntoFlowStyle(String written, String expected) {
    assertEquals(
        "x: " + expected.replace("\"k\": \"v\"", "k: v"),
        after("x: " + written, "/x", (e, m) -> e.insertLast(m, "k", new NewValue.Text("v"))));
  }

  @Test
  void writesJsonIntoJson() {
    assertEquals(
        """
        {
          "a": 1,
          "k": {"port": 80, "list": ["x"]}
        }
        """,
        after(
            """
            {
              "a": 1
            }
            """,
            "",
            (e, m) -> {
              Map<String, NewValue> keys = new LinkedHashMap<>();
              keys.put("port", new NewValue.Literal("80"));
              keys.put("list", new NewValue.Items(List.of("x")));
              return e.insertLast(m, "k", new NewValue.Keys(keys));
            }));
  }

  @Test
  void writesListsAndKeysInBlockStyle() {
    assertEquals(
        """
        a:
          b: 1
          channels:
            - conda-forge
            - "on"
          route:
            port: 80
        """,
        after(
            """
            a:
              b: 1
            """,
            "/a",
            (e, m) -> {
              Map<String, NewValue> entries = new LinkedHashMap<>();
              entries.put("channels", new NewValue.Items(List.of("conda-forge", "on")));
              entries.put("route", new NewValue.Keys(Map.of("port", new NewValue.Literal("80"))));
              return e.insertLast(m, entries);
            }));
  }

  @Test
  void deletesLinesWithTheCommentsAtTheirEnds() {
    assertEquals(
        BLOCK.replace("name: train # its name\n", ""),
        after(BLOCK, "", (e, m) -> e.delete(m, entry(m, "name"))));
    assertEquals(
        BLOCK.replace("build:\n  path: docker   # here\n", ""),
        after(BLOCK, "", (e, m) -> e.delete(m, entry(m, "build"))));
  }

  @Test
  void anEmptiedMappingStaysAMapping() {
    assertEquals(
        BLOCK.replace("path: docker", "{}"),
        after(BLOCK, "/build", (e, m) -> e.delete(m, entry(m, "path"))));
  }

  @Test
  void deletesTheFirstEntryOfAnItemAndKeepsItsDash() {
    assertEquals(
        "- b: 2\n  c: 3\n",
        after("- a: 1 # one\n  b: 2\n  c: 3\n", "/0", (e, m) -> e.delete(m, entry(m, "a"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a | {a: 1, b: 2}       | {b: 2}
          b | {a: 1, b: 2}       | {a: 1}
          b | {a: 1, b: 2,}      | {a: 1,}
          a | {a: 1}             | {}
          a | {a: 1,}            | {}
          """)
  void deletesInFlowStyle(String key, String written, String expected) {
    assertEquals(expected, after(written, "", (e, m) -> e.delete(m, entry(m, key))));
  }

  @Test
  void deletesTheLastLineOfJsonWithItsComma() {
    assertEquals(
        """
        {
          "a": 1
        }
        """,
        after(
            """
            {
              "a": 1,
              "b": 2
            }
            """,
            "",
            (e, m) -> e.delete(m, entry(m, "b"))));
  }

  @Test
  void keepsACommentBehindTheCommaBeforeADeletedEntry() {
    assertEquals(
        "{\n  a: 1 # one\n}\n",
        after("{\n  a: 1, # one\n  b: 2\n}\n", "", (e, m) -> e.delete(m, entry(m, "b"))));
  }

  @Test
  void leavesAnAnchorThatOthersMayUse() {
    String text = "a: &x 1\nb: *x\n";
    assertEquals(text, after(text, "", (e, m) -> e.delete(m, entry(m, "a"))));
  }

  @Test
  void leavesWhatAMergeBrings() {
    String text = "x: &x\n  a: 1\ny:\n  <<: *x\n  b: 2\n";
    assertEquals(text, after(text, "/y", (e, m) -> e.delete(m, entry(m, "a"))));
    assertEquals(text, after(text, "/y", (e, m) -> e.rename(m, entry(m, "a"), "c")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a: old       | new       | a: new
          a: 'old'     | it's      | a: 'it''s'
          a: "old"     | C:\\x     | a: "C:\\\\x"
          a: old       | a: b      | a: "a: b"
          a: old       | 12        | a: "12"
          a: [old]     | x         | a: [x]
          """)
  void replacesAValueWithinItsQuotes(String written, String text, String expected) {
    var yaml = Yaml.parse(written);
    var value = yaml.documents().get(0).mapping().orElseThrow().get("a").orElseThrow();
    var scalar =
        value instanceof Sequence list ? (Scalar) list.items().get(0).value() : (Scalar) value;
    assertEquals(
        expected, TextEdit.apply(written, List.of(new YamlEdits(yaml).replace(scalar, text))));
  }

  @Test
  void renamesAKeyWithinItsQuotes() {
    assertEquals("{\"b\": 1}", after("{\"a\": 1}", "", (e, m) -> e.rename(m, entry(m, "a"), "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: | a: x
          a: ~ | a: x
          a: "" | a: x
          """)
  void setsAValue(String written, String expected) {
    assertEquals(
        expected,
        after(written, "", (e, m) -> e.setValue(m, entry(m, "a"), new NewValue.Text("x"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          - a # c  | - b\\n- d>=1 # c
          [a, z]   | [b, d>=1, z]
          """)
  void replacesAnItemBySeveral(String written, String expected) {
    var yaml = Yaml.parse(written);
    var list = (Sequence) yaml.documents().get(0).root().orElseThrow();
    assertEquals(
        expected.replace("\\n", "\n"),
        TextEdit.apply(
            written, new YamlEdits(yaml).replace(list.items().get(0), List.of("b", "d>=1"))));
  }
}
