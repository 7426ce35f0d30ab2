package dev.envlens.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRangeTest {

  @ParameterizedTest
  @CsvSource({"-1, 0", "2, 1", "-2, -1"})
  void whatIsNoRangeIsRefused(int start, int end) {
    assertThrows(IllegalArgumentException.class, () -> new TextRange(start, end));
  }

  @ParameterizedTest
  @CsvSource({"1, false", "2, true", "3, true", "4, true", "5, false"})
  void aCaretTouchesBothEnds(int offset, boolean touches) {
    assertEquals(touches, new TextRange(2, 4).touches(offset));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 2, 2, 4, false",
    "0, 3, 2, 4, true",
    "2, 4, 0, 9, true",
    "2, 2, 2, 4, true",
    "4, 4, 2, 4, true",
    "5, 5, 2, 4, false",
    "2, 2, 2, 2, true",
  })
  void intersects(int start, int end, int otherStart, int otherEnd, boolean expected) {
    var one = new TextRange(start, end);
    var other = new TextRange(otherStart, otherEnd);
    assertEquals(expected, one.intersects(other));
    assertEquals(expected, other.intersects(one));
  }

  @ParameterizedTest
  @CsvSource({"2, 4, true", "3, 3, true", "4, 4, true", "1, 3, false", "3, 5, false"})
  void contains(int start, int end, boolean expected) {
    assertEquals(expected, new TextRange(2, 4).contains(new TextRange(start, end)));
  }

  @Test
  void arithmetic() {
    assertEquals(new TextRange(1, 9), new TextRange(5, 9).union(new TextRange(1, 2)));
    assertEquals(new TextRange(3, 5), new TextRange(1, 3).shift(2));
    assertEquals("bc", new TextRange(1, 3).of("abcd"));
    assertEquals(2, new TextRange(1, 3).length());
    assertEquals(true, TextRange.at(3).isEmpty());
  }
}
