package dev.envlens.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineIndexTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|0-0",
        "a|0-1",
        "a\\n|0-1 2-2",
        "a\\r\\nb|0-1 3-4",
        "a\\rb|0-1 2-3",
        "a\\r|0-1 2-2",
        "\\r\\r\\n\\n\\r|0-0 1-1 3-3 4-4 5-5",
        "\uFEFFa\\nb|0-2 3-4",
        "\uD83D\uDE00\\n\uD83D|0-2 3-4",
        "a\u0085b\u2028c|0-5",
      })
  void lines(String escaped, String expected) {
    var index = LineIndex.of(escaped.replace("\\n", "\n").replace("\\r", "\r"));
    String actual =
        IntStream.range(0, index.lineCount())
            .mapToObj(index::lineRange)
            .map(range -> range.start() + "-" + range.end())
            .collect(Collectors.joining(" "));
    assertEquals(expected, actual);
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 0, 0",
    "0, 0, 0",
    "2, 0, 2",
    "3, 1, 0",
    "5, 1, 2",
    "6, 1, 3",
    "7, 2, 0",
    "99, 2, 0"
  })
  void positionsCountUtf16UnitsAndStayInTheText(int offset, int line, int character) {
    var index = LineIndex.of("ab\n\uD83D\uDE00c\n");
    assertEquals(new Position(line, character), index.position(offset));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 3, 0",
    "0, -3, 0",
    "0, 1, 1",
    "0, 99, 2",
    "1, 0, 4",
    "1, 1, 5",
    "1, 7, 5",
    "2, 0, 6",
    "3, 0, 6",
    "99, 99, 6"
  })
  void offsetsStayInTheirLineAndInTheText(int line, int character, int offset) {
    assertEquals(offset, LineIndex.of("ab\r\nc\r").offset(new Position(line, character)));
  }

  @Test
  void lineStartsMeetNextLineStarts() {
    var index = LineIndex.of("a\r\nb\rc");
    assertEquals(3, index.lineStart(1));
    assertEquals(3, index.nextLineStart(0));
    assertEquals(6, index.nextLineStart(2));
  }

  @Property
  void positionsAndOffsetsAreInverse(@ForAll("texts") String text) {
    var index = LineIndex.of(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      if (!isWithinLineEnd(text, offset)) {
        assertEquals(offset, index.offset(index.position(offset)));
      }
    }
  }

  @Property
  void everyOffsetIsOnTheLineWhereItStands(@ForAll("texts") String text) {
    var index = LineIndex.of(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      long ends =
          text.substring(0, offset)
              .replace("\r\n", "\n")
              .chars()
              .filter(c -> c == '\n' || c == '\r')
              .count();
      boolean inside = isWithinLineEnd(text, offset);
      assertEquals(inside ? ends - 1 : ends, index.line(offset));
    }
  }

  /** Between {@code \r} and {@code \n} there is no position. */
  private static boolean isWithinLineEnd(String text, int offset) {
    return offset > 0
        && offset < text.length()
        && text.charAt(offset - 1) == '\r'
        && text.charAt(offset) == '\n';
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a", "\n", "\r", "\r\n", "\uD83D\uDE00", "\uD83D", "\uDE00", "\uFEFF", " ")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
