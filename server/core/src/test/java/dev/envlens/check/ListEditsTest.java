package dev.envlens.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.text.TextEdit;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListEditsTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'- a\n- b\n- c\n', 0, '- b\n- c\n'",
        "'- a\n- b # two\n# of c\n- c\n', 1, '- a\n# of c\n- c\n'",
        "'- a\n- b\n- c', 2, '- a\n- b\n'",
        "'- a\r\n- b\r\n', 0, '- b\r\n'",
        "'- a\n- >\n  folded\n  text\n- c\n', 1, '- a\n- c\n'",
        "'- a\n- k:\n  - x # one\n  - y\n- c\n', 1, '- a\n- c\n'",
        "'- &x a\n- b\n', 0, none",
        "'- !!str a\n- b\n', 0, none",
        "'-\n  a\n- b\n', 0, none",
        "'- a\n', 0, none",
        "'[a, b, c]', 0, '[b, c]'",
        "'[a, b, c]', 1, '[a, c]'",
        "'[a, b, c]', 2, '[a, b]'",
        "'[a, b,]', 1, '[a,]'",
        "'[\n  a, # one\n  b, # two\n  c\n]', 1, '[\n  a, # one\n  c\n]'",
        "'[\n  a,\n  b\n]', 1, '[\n  a\n]'",
        "'[\n  a, # one\n  b\n]', 1, none",
        "'[&x a, b]', 0, none",
        "'[a]', 0, none"
      })
  void removes(String text, int index, String expected) {
    var yaml = Yaml.parse(text);
    var list = list(yaml);
    assertEquals(expected, apply(text, ListEdits.remove(yaml, list, list.items().get(index))));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "'- a\n- b\n', 1, '- a\n- new\n- b\n'",
        "'  -   a', 0, '  -   new\n  -   a'",
        "'- a\r\n- b', 1, '- a\r\n- new\r\n- b'",
        "'- &x a\n', 0, none",
        "'[a, b]', 1, '[a, new, b]'",
        "'[\n  \"a\",\n  \"b\"\n]', 1, '[\n  \"a\",\n  \"new\",\n  \"b\"\n]'",
        "'[{\"k\": 1}]', 0, '[\"new\", {\"k\": 1}]'",
        "'[&x a]', 0, none"
      })
  void insertsBefore(String text, int index, String expected) {
    var yaml = Yaml.parse(text);
    var list = list(yaml);
    assertEquals(
        expected, apply(text, ListEdits.insertBefore(yaml, list, list.items().get(index), "new")));
  }

  private static Sequence list(Yaml yaml) {
    return (Sequence) yaml.documents().get(0).root().orElseThrow();
  }

  private static String apply(String text, Optional<List<TextEdit>> edits) {
    return edits.map(all -> TextEdit.apply(text, all)).orElse(null);
  }
}
