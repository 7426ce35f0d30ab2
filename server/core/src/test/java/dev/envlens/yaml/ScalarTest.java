package dev.envlens.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.text.TextRange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: py«thon»==1   | 2 | 6",
        "a: \"py«thon»\"  | 2 | 6",
        "a: 'py«thon»'    | 2 | 6",
        "a: «\"\\tthon\"» | 1 | 3",
        "a: «'it''s'»     | 0 | 2",
        "a: «python»      | 4 | 9",
      })
  void aPartIsPointedAtWhereItStandsLetterByLetter(String marked, int start, int end) {
    String text = marked.replaceAll("[«»]", "");
    var scalar =
        Yaml.parse(text).documents().get(0).mapping().flatMap(m -> m.scalar("a")).orElseThrow();
    var range = scalar.rangeOf(new TextRange(start, end));
    assertEquals(marked, Trees.mark(text, List.of(range)));
  }
}
