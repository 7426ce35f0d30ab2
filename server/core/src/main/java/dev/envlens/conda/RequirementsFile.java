package dev.envlens.conda;

import dev.envlens.text.TextRange;
import java.util.List;

/**
 * A pip requirements file: lines that may go on behind a {@code \}, with comments and blank lines
 * between (pip, requirements file format).
 *
 * @param entries what isn't blank, in order
 */
public record RequirementsFile(List<Entry> entries) {

  public RequirementsFile {
    entries = List.copyOf(entries);
  }

  /**
   * One logical line.
   *
   * @param range where it stands in the file, without a comment and the spaces around
   * @param text the line, joined where it went on; ranges in {@code line} count in it
   * @param pieces where the physical lines it is made of begin
   */
  public record Entry(
      TextRange range, String text, Parsed<RequirementLine> line, List<Piece> pieces) {
    public Entry {
      pieces = List.copyOf(pieces);
    }

    /** Where in the file a range of {@link #text} stands. */
    public TextRange inFile(TextRange inText) {
      int start = pieceAt(inText.start()).toFile(inText.start());
      // The end belongs to the character before it, which may stand a line higher.
      int end = inText.isEmpty() ? start : pieceAt(inText.end() - 1).toFile(inText.end() - 1) + 1;
      return new TextRange(start, end);
    }

    private Piece pieceAt(int offset) {
      var found = pieces.get(0);
      for (var piece : pieces) {
        if (piece.inText() <= offset) {
          found = piece;
        }
      }
      return found;
    }
  }

  /**
   * One physical line's share of a logical line.
   *
   * @param inText where it begins in the logical line
   * @param inFile where it begins in the file
   */
  public record Piece(int inText, int inFile) {
    int toFile(int offset) {
      return offset - inText + inFile;
    }
  }

  /** Reads a whole file. Never fails: what is wrong with a line is said in its entry. */
  public static RequirementsFile parse(String text) {
    return parse(text, DependencyParser.direct());
  }

  /** The same, with a parser that may remember lines that it has read before. */
  public static RequirementsFile parse(String text, DependencyParser parser) {
    return new RequirementsFile(
        LogicalLines.of(text).stream().map(line -> line.entry(parser)).toList());
  }

  /** Where the comments of a requirements file stand, from the {@code #} to the line's end. */
  public static List<TextRange> commentsIn(String text) {
    return LogicalLines.commentsIn(text);
  }
}
