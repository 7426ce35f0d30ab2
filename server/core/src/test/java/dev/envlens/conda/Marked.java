package dev.envlens.conda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.text.TextRange;
import java.util.Optional;
import java.util.function.Function;

/** A text in which {@code «»} mark the place that a test is about. */
record Marked(String text, TextRange range) {

  static Marked of(String marked) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    assertTrue(start >= 0 && end >= start, "no marks in " + marked);
    return new Marked(marked.replace("«", "").replace("»", ""), new TextRange(start, end));
  }

  /** Checks that a parser refuses the text at the marks, and offers {@code correction}, if any. */
  static <T> void refused(String marked, String correction, Function<String, Parsed<T>> parser) {
    var text = of(marked);
    var bad = parser.apply(text.text).bad().orElseThrow(() -> new AssertionError("accepted"));
    assertEquals(marked, mark(text.text, bad.range()), bad.message());
    assertEquals(Optional.ofNullable(correction), bad.correction(), bad.message());
  }

  static String mark(String text, TextRange range) {
    return text.substring(0, range.start())
        + "«"
        + range.of(text)
        + "»"
        + text.substring(range.end());
  }
}
