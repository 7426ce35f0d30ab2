package dev.envlens.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextEditTest {

  @Test
  void editsAreAppliedAgainstTheOneText() {
    assertEquals(
        "<name: trial\nimage: x\n>",
        TextEdit.apply(
            "name: train\nversion: 1\nimage: x\n",
            List.of(
                TextEdit.insert(32, ">"),
                TextEdit.delete(new TextRange(12, 23)),
                TextEdit.replace(new TextRange(8, 11), "ial"),
                TextEdit.insert(0, "<"))));
  }

  @Test
  void insertionsAtOneOffsetKeepTheirOrder() {
    assertEquals(
        "a12b", TextEdit.apply("ab", List.of(TextEdit.insert(1, "1"), TextEdit.insert(1, "2"))));
  }

  @Test
  void anInsertionStandsBeforeAReplacementThatBeginsThere() {
    assertEquals(
        "xBc",
        TextEdit.apply(
            "abc", List.of(TextEdit.insert(0, "x"), TextEdit.replace(new TextRange(0, 2), "B"))));
  }

  @Test
  void editsThatTouchDoNotOverlap() {
    assertEquals(
        "",
        TextEdit.apply(
            "ab",
            List.of(TextEdit.delete(new TextRange(1, 2)), TextEdit.delete(new TextRange(0, 1)))));
  }

  @Test
  void noEditsGiveTheSameText() {
    assertEquals("ab", TextEdit.apply("ab", List.of()));
  }

  @Test
  void overlappingEditsAreRefused() {
    var edits =
        List.of(TextEdit.delete(new TextRange(0, 2)), TextEdit.replace(new TextRange(1, 2), "x"));
    assertThrows(IllegalArgumentException.class, () -> TextEdit.apply("abc", edits));
  }
}
