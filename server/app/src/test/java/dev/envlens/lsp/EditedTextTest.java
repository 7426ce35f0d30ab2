package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

class EditedTextTest {

  record Edit(int startLine, int startCharacter, int endLine, int endCharacter, String text) {
    Range range() {
      return new Range(
          new Position(startLine, startCharacter), new Position(endLine, endCharacter));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\r\n\u00e9").ofMaxLength(30);
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    var place = Arbitraries.integers().between(-1, 8);
    return Combinators.combine(
            place, place, place, place, Arbitraries.strings().withChars("x\r\n").ofMaxLength(4))
        .as(Edit::new)
        .list()
        .ofMaxSize(8);
  }

  @Property
  void editsAreThoseOfTheTextBeforeThem(
      @ForAll("texts") String text, @ForAll("edits") List<Edit> edits) {
    var edited = new EditedText(text);
    String expected = text;
    for (var edit : edits) {
      edited.replace(edit.range(), edit.text());
      expected = apply(expected, edit);
      assertEquals(expected, edited.toString());
    }
  }

  /** The plain way: look through the whole text each time. */
  private static String apply(String text, Edit edit) {
    var lines = LineIndex.of(text);
    int one = lines.offset(position(edit.range().getStart()));
    int other = lines.offset(position(edit.range().getEnd()));
    var range = new TextRange(Math.min(one, other), Math.max(one, other));
    return TextEdit.apply(text, List.of(TextEdit.replace(range, edit.text())));
  }

  private static dev.envlens.text.Position position(Position position) {
    return new dev.envlens.text.Position(position.getLine(), position.getCharacter());
  }
}
