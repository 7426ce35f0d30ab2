package dev.envlens.refactor;

import dev.envlens.check.NewValue;
import dev.envlens.check.YamlEdits;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Comment;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.ScalarStyle;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Optional;

/**
 * A value that becomes a file of its own.
 *
 * @param text what the file is to hold: the value as it is written, indented as the top of a file,
 *     with its comments and line ends
 * @param gone where the value stands; what refers to the file takes its place behind the colon
 */
record Extraction(Yaml yaml, Entry entry, String text, TextRange gone) {

  /** Nothing for what isn't keys and values, or is tied to its file by an anchor or an alias. */
  static Optional<Extraction> of(Yaml yaml, Entry entry) {
    if (!(entry.value() instanceof Mapping value)
        || value.entries().isEmpty()
        || entry.key().range().end() > value.range().start()
        || Anchors.in(yaml, new TextRange(entry.key().range().end(), value.range().end()), value)) {
      return Optional.empty();
    }
    var extraction = value.flow() ? flow(yaml, entry, value) : block(yaml, entry, value);
    return extraction.filter(part -> Meaning.isOf(value, part.text()));
  }

  private static Optional<Extraction> flow(Yaml yaml, Entry entry, Mapping value) {
    String lineEnd = new YamlEdits(yaml).lineEnd();
    boolean commented =
        yaml.comments().stream().map(Comment::range).anyMatch(value.range()::contains);
    String text =
        commented
            ? value.range().of(yaml.text()) + lineEnd
            : new BlockStyle(yaml.text(), lineEnd).of(value);
    return Optional.of(new Extraction(yaml, entry, text, value.range()));
  }

  private static Optional<Extraction> block(Yaml yaml, Entry entry, Mapping value) {
    var lines = yaml.lines();
    int keyLine = lines.line(entry.key().range().start());
    if (lines.line(value.range().start()) == keyLine) {
      return Optional.empty();
    }
    int keyColumn = lines.position(entry.key().range().start()).character();
    int column = lines.position(value.range().start()).character();
    int last = lines.line(value.range().end());
    while (last + 1 < lines.lineCount() && isCommentBehind(yaml, last + 1, keyColumn)) {
      last++;
    }
    var result = new StringBuilder();
    for (int line = keyLine + 1; line <= last; line++) {
      int start = lines.lineStart(line);
      int end = lines.nextLineStart(line);
      int spaces = 0;
      while (spaces < column && start + spaces < end && yaml.text().charAt(start + spaces) == ' ') {
        spaces++;
      }
      result.append(yaml.text(), start + spaces, end);
    }
    if (yaml.text().charAt(lines.nextLineStart(last) - 1) != '\n') {
      result.append(new YamlEdits(yaml).lineEnd());
    }
    var gone = new TextRange(lines.lineStart(keyLine + 1), lines.nextLineStart(last));
    return Optional.of(new Extraction(yaml, entry, result.toString(), gone));
  }

  /** Whether {@code line} holds a comment alone that stands further in than {@code column}. */
  private static boolean isCommentBehind(Yaml yaml, int line, int column) {
    String text = yaml.lines().lineRange(line).of(yaml.text());
    int mark = text.indexOf('#');
    return mark > column && text.substring(0, mark).isBlank();
  }

  /** Puts {@code reference} in the value's place. */
  List<TextEdit> replacedBy(String reference) {
    boolean json = entry.key() instanceof Scalar k && k.style() == ScalarStyle.DOUBLE_QUOTED;
    String written = NewValue.scalar(reference, json ? NewValue.Style.JSON : NewValue.Style.FLOW);
    if (((Mapping) entry.value()).flow()) {
      return List.of(TextEdit.replace(gone, written));
    }
    int colon = yaml.text().indexOf(':', entry.key().range().end());
    return List.of(TextEdit.insert(colon + 1, " " + written), TextEdit.delete(gone));
  }
}
