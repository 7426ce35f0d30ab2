package dev.envlens.feature;

import java.util.List;
import java.util.Set;

/**
 * Where in a YAML or JSON tree something is being typed.
 *
 * @param path the keys and indexes that lead there from the document's root: for a key, or an item
 *     without its dash, to what is to have it, else to the value itself
 * @param present the keys that the mapping, or the item's, has already
 * @param writing how things are written there
 */
record CaretPlace(List<String> path, Role role, Token token, Set<String> present, Writing writing) {

  /** What stands at the caret. */
  enum Role {
    /** A key; or the first item of a list, whose dash isn't there yet. */
    KEY,
    /** Another item of a list, whose dash isn't there yet. */
    NEW_ITEM,
    /** A key's value. */
    VALUE,
    /** An item of a list; or the first key of a mapping in it. */
    ITEM
  }

  /**
   * How a text is written there.
   *
   * @param column where the token begins, in characters from the line's start
   * @param hasColon whether a colon follows the token, so that it is a key with a value
   * @param needsComma whether another entry follows in the same brackets
   */
  record Writing(
      Sketch.Style style, int column, boolean hasColon, boolean needsComma, String lineEnd) {}

  CaretPlace {
    path = List.copyOf(path);
    present = Set.copyOf(present);
  }

  Completion.Layout layout() {
    return new Completion.Layout(" ".repeat(writing.column()), writing.lineEnd());
  }

  /** The same place as seen from the value {@code depth} levels down. */
  CaretPlace below(int depth) {
    return new CaretPlace(path.subList(depth, path.size()), role, token, present, writing);
  }
}
