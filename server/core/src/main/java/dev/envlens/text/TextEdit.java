package dev.envlens.text;

import java.util.Comparator;
import java.util.List;

/** Replaces {@code range} of a text by {@code newText}. */
public record TextEdit(TextRange range, String newText) {

  public static TextEdit insert(int offset, String newText) {
    return new TextEdit(TextRange.at(offset), newText);
  }

  public static TextEdit delete(TextRange range) {
    return new TextEdit(range, "");
  }

  public static TextEdit replace(TextRange range, String newText) {
    return new TextEdit(range, newText);
  }

  /**
   * Applies edits that were all computed against {@code text}. Insertions at one offset keep their
   * order in the list.
   *
   * @throws IllegalArgumentException when two edits overlap
   */
  public static String apply(String text, List<TextEdit> edits) {
    var sorted =
        edits.stream().sorted(Comparator.comparingInt((TextEdit e) -> e.range().start())).toList();
    var result = new StringBuilder(text.length());
    int position = 0;
    for (var edit : sorted) {
      if (edit.range().start() < position) {
        throw new IllegalArgumentException("overlapping edits at offset " + edit.range().start());
      }
      result.append(text, position, edit.range().start()).append(edit.newText());
      position = edit.range().end();
    }
    return result.append(text, position, text.length()).toString();
  }
}
