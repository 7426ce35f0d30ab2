package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcerptTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a: «b» c,a: b c,   ^",
        "a: «»,a:,   ^",
        "\t- «x»,    - x,      ^",
        "日本: «語»,日本: 語,      ^^",
        "\uD83D\uDE00 «\uD83D\uDE00»,\uD83D\uDE00 \uD83D\uDE00,   ^^",
        "e\u0301 «x»,e\u0301 x,  ^",
        "\uD83D\uDC69\u200D\uD83D\uDCBB «x»,\uD83D\uDC69\u200D\uD83D\uDCBB x,   ^",
        "\uFEFF«x»,x,^",
        "a\u001B[31m «x»,a\uFFFD[31m x,       ^",
        "a\u202E «x»,a\uFFFD x,   ^",
        "\uD83D «x»,\uFFFD x,  ^",
      })
  void caretsStandBelow(String marked, String line, String carets) {
    var excerpt = excerpt(marked, UnaryOperator.identity());
    assertEquals(line, excerpt.line());
    assertEquals(carets, excerpt.carets());
  }

  @Test
  void ofSeveralLinesTheFirstIsShown() {
    var excerpt = excerpt("a:\n  «b: 1\n  c: 2»\n", UnaryOperator.identity());
    assertEquals("  b: 1", excerpt.line());
    assertEquals("  ^^^^", excerpt.carets());
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "u:secret@h «x»,u:*@h x,      ^",
        "«u:secret@h» x,u:*@h x,^^^^^",
        "u:«secret»@h,u:*@h,  ^",
        "u:se«cre»t@h,u:*@h,  ^",
        "«x» secret secret,x * *,^",
        "secret «x» secret,* x *,  ^",
        "«secret» x secret,* x *,^",
        "secret x «secret»,* x *,    ^",
        "1.* «x» secret y,1.* x * y,    ^",
      })
  void masksMoveWhatFollows(String marked, String line, String carets) {
    var excerpt = excerpt(marked, text -> text.replace("secret", "*"));
    assertEquals(line, excerpt.line());
    assertEquals(carets, excerpt.carets());
  }

  @Test
  void aLongLineIsCutOnBothSides() {
    var excerpt = excerpt("b".repeat(500) + "«x»" + "a".repeat(500), UnaryOperator.identity());
    assertEquals("..." + "b".repeat(46) + "x" + "a".repeat(47) + "...", excerpt.line());
    assertEquals(" ".repeat(49) + "^", excerpt.carets());
  }

  @Test
  void aLongRangeIsCutAtItsEnd() {
    var excerpt = excerpt("k: «" + "x".repeat(500) + "»", UnaryOperator.identity());
    assertTrue(excerpt.line().startsWith("k: xxx"), excerpt.line());
    assertTrue(excerpt.line().endsWith("x..."), excerpt.line());
  }

  @Property
  void neverWiderThanATerminalNorUnsafe(
      @ForAll @StringLength(max = 400) String line,
      @ForAll @IntRange(max = 400) int one,
      @ForAll @IntRange(max = 400) int other) {
    int start = Math.min(Math.min(one, other), line.length());
    int end = Math.min(Math.max(one, other), line.length());
    var excerpt = Excerpt.of(line, start, end);
    assertTrue(Columns.width(excerpt.line()) <= 100, excerpt::line);
    assertFalse(excerpt.line().chars().anyMatch(Character::isISOControl));
    assertTrue(excerpt.carets().length() <= 101, excerpt::carets);
  }

  private static Excerpt excerpt(String marked, UnaryOperator<String> mask) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String text = marked.replace("«", "").replace("»", "");
    return new SourceFile(text, LineIndex.of(text), mask).excerpt(new TextRange(start, end));
  }
}
