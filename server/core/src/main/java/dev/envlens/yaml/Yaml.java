package dev.envlens.yaml;

import dev.envlens.text.LineIndex;
import dev.envlens.text.TextRange;
import java.util.List;

/**
 * A YAML (or JSON) text and what could be read of it.
 *
 * @param documents its documents; a file without {@code ---} has one at most
 * @param problems what is not YAML, in the order of the text
 * @param unread the parts that were passed over after a problem, so that the rest could be read
 */
public record Yaml(
    String text,
    LineIndex lines,
    List<Document> documents,
    List<Comment> comments,
    List<YamlProblem> problems,
    List<TextRange> unread) {

  /** How deep a tree is read, in levels. */
  public static final int MAX_DEPTH = 200;

  /** How many values aliases may stand for, in all. */
  public static final int MAX_EXPANSION = 100_000;

  /** How long a text is read when nothing else is asked for: 10 MB, in UTF-16 units. */
  public static final int DEFAULT_MAX_LENGTH = 10 * 1024 * 1024;

  public Yaml {
    documents = List.copyOf(documents);
    comments = List.copyOf(comments);
    problems = List.copyOf(problems);
    unread = List.copyOf(unread);
  }

  public static Yaml parse(String text) {
    return parse(text, DEFAULT_MAX_LENGTH);
  }

  /** Reads {@code text}; one longer than {@code maxLength} UTF-16 units gives one problem only. */
  public static Yaml parse(String text, int maxLength) {
    return YamlReader.read(text, maxLength);
  }

  /**
   * Whether everything was read. If not, what seems to be missing may only be unreadable, and
   * nothing should be said of it.
   */
  public boolean isIntact() {
    return problems.isEmpty();
  }
}
