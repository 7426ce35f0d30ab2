package dev.envlens.check;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edits after edits of one text, told as edits of the text that it was at first. */
final class ComposedEdits {

  /** A part of the text as it is now. */
  private sealed interface Piece {
    int length();
  }

  /** What stands there since the beginning. */
  private record Kept(TextRange range) implements Piece {
    @Override
    public int length() {
      return range.length();
    }
  }

  private record Added(String text) implements Piece {
    @Override
    public int length() {
      return text.length();
    }
  }

  private final String original;
  private List<Piece> pieces;

  ComposedEdits(String original) {
    this.original = original;
    this.pieces = List.of(new Kept(new TextRange(0, original.length())));
  }

  /** Edits the text as it is now; none of {@code edits} overlap. */
  void apply(List<TextEdit> edits) {
    var sorted =
        edits.stream().sorted(Comparator.comparingInt((TextEdit e) -> e.range().start())).toList();
    var result = new ArrayList<Piece>();
    var rest = new Rest(pieces);
    for (var edit : sorted) {
      result.addAll(rest.until(edit.range().start()));
      rest.until(edit.range().end());
      if (!edit.newText().isEmpty()) {
        result.add(new Added(edit.newText()));
      }
    }
    result.addAll(rest.until(Integer.MAX_VALUE));
    pieces = result;
  }

  /** What the text is now. */
  String text() {
    var text = new StringBuilder();
    for (var piece : pieces) {
      text.append(piece instanceof Kept kept ? kept.range().of(original) : ((Added) piece).text());
    }
    return text.toString();
  }

  /** All edits so far, as edits of the text that it was at first. */
  List<TextEdit> edits() {
    var edits = new ArrayList<TextEdit>();
    var added = new StringBuilder();
    int position = 0;
    for (var piece : pieces) {
      if (piece instanceof Added found) {
        added.append(found.text());
      } else if (piece instanceof Kept kept) {
        addEdit(edits, position, kept.range().start(), added);
        position = kept.range().end();
      }
    }
    addEdit(edits, position, original.length(), added);
    return edits;
  }

  private static void addEdit(List<TextEdit> edits, int start, int end, StringBuilder added) {
    if (end > start || added.length() > 0) {
      edits.add(TextEdit.replace(new TextRange(start, end), added.toString()));
      added.setLength(0);
    }
  }

  /** What is left of some pieces, taken from their beginning on. */
  private static final class Rest {

    private final List<Piece> pieces;
    private int index;
    private int inside;
    private int offset;

    Rest(List<Piece> pieces) {
      this.pieces = pieces;
    }

    /** The pieces up to {@code end}, an offset of the text that they make. */
    List<Piece> until(int end) {
      var taken = new ArrayList<Piece>();
      while (index < pieces.size() && offset < end) {
        var piece = pieces.get(index);
        int length = Math.min(piece.length() - inside, end - offset);
        if (length > 0) {
          taken.add(part(piece, inside, inside + length));
        }
        inside += length;
        offset += length;
        if (inside == piece.length()) {
          index++;
          inside = 0;
        }
      }
      return taken;
    }

    private static Piece part(Piece piece, int from, int to) {
      return piece instanceof Kept kept
          ? new Kept(new TextRange(kept.range().start() + from, kept.range().start() + to))
          : new Added(((Added) piece).text().substring(from, to));
    }
  }
}
