package dev.envlens.check;

import dev.envlens.link.Place;
import dev.envlens.text.TextEdit;
import java.net.URI;
import java.util.List;

/**
 * A way to mend a finding.
 *
 * @param title what it does, as a menu shows it; it ends in "(new hash)" when the hash moves
 * @param changes all of them, or none, are to be made
 * @param safe whether it may be applied to a whole file at once: it moves no hash of a definition
 *     that could have been built
 */
public record Fix(String title, List<Change> changes, boolean safe) {

  public Fix {
    changes = List.copyOf(changes);
  }

  /** Replaces the text at {@code place}. */
  public static Fix replace(String title, Place place, String newText) {
    return edit(title, place.file(), TextEdit.replace(place.range(), newText));
  }

  /** Makes edits in one file, none of which overlap. */
  public static Fix edit(String title, URI file, TextEdit... edits) {
    return edit(title, file, List.of(edits));
  }

  /** Makes edits in one file, none of which overlap. */
  public static Fix edit(String title, URI file, List<TextEdit> edits) {
    return new Fix(
        title, edits.stream().<Change>map(edit -> new Change.Edit(file, edit)).toList(), false);
  }

  /** The same as a list: none where there is nothing to edit. */
  static List<Fix> ifAny(String title, URI file, List<TextEdit> edits) {
    return edits.isEmpty() ? List.of() : List.of(edit(title, file, edits));
  }

  /** Makes a file. */
  public static Fix create(String title, URI file, String text) {
    return new Fix(title, List.of(new Change.Create(file, text)), false);
  }

  /** The same with a title that says that the hash moves, if it does. */
  public Fix movingHash(boolean moves) {
    return moves ? new Fix(title + " (new hash)", changes, safe) : this;
  }

  /** The same, its title without secrets. */
  Fix masked() {
    return new Fix(Secrets.mask(title), changes, safe);
  }

  /** The same, to be applied to a whole file at once. */
  public Fix asSafe() {
    return new Fix(title, changes, true);
  }
}
