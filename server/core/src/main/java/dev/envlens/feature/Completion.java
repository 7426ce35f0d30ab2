package dev.envlens.feature;

import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;

/**
 * One thing that can be inserted at the caret.
 *
 * @param filter what the text in the range is compared with while somebody goes on typing
 */
public record Completion(Shown shown, Insertion insertion, String filter) {

  /** What a completion stands for, to choose an icon by. */
  public enum Kind {
    KEY,
    VALUE,
    IMAGE,
    FILE,
    FOLDER,
    PACKAGE,
    VERSION,
    REFERENCE,
    SKELETON
  }

  /**
   * What a person sees.
   *
   * @param detail one line beside the label; may be empty
   * @param documentation Markdown; may be empty
   */
  public record Shown(String label, Kind kind, String detail, String documentation) {
    static Shown of(String label, Kind kind, String detail) {
      return new Shown(label, kind, detail, "");
    }
  }

  /**
   * What is inserted.
   *
   * @param range what it replaces: within one line, with the caret in it or at its end
   */
  public record Insertion(TextRange range, Template template, Layout layout) {}

  /**
   * How lines are laid out where a text is inserted.
   *
   * @param indent what each line after the first begins with
   */
  public record Layout(String indent, String lineEnd) {}

  public String label() {
    return shown.label();
  }

  public TextRange range() {
    return insertion.range();
  }

  /** Whether anything is left to fill in. */
  public boolean isSnippet() {
    return insertion.template().hasStops();
  }

  /** The text to insert where nothing can be filled in afterwards. */
  public String text() {
    return insertion.template().plain(insertion.layout().lineEnd() + insertion.layout().indent());
  }

  /**
   * The text with the places to fill in, as the protocol writes them.
   *
   * @param indented whether lines after the first have their indentation, for an editor that adds
   *     none of its own
   */
  public String snippet(boolean indented) {
    String indent = indented ? insertion.layout().indent() : "";
    return insertion.template().snippet(insertion.layout().lineEnd() + indent);
  }

  /** The edit that inserts it. */
  public TextEdit edit() {
    return TextEdit.replace(range(), text());
  }
}
