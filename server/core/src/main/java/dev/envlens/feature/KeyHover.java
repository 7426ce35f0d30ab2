package dev.envlens.feature;

import dev.envlens.schema.KeyDoc;
import dev.envlens.text.TextRange;
import java.util.stream.Collectors;

/** What a key is for, what it may hold, what counts without it. */
final class KeyHover {

  private KeyHover() {}

  static Hover of(KeyDoc doc, TextRange range) {
    var text = new StringBuilder();
    text.append("**").append(doc.name()).append("**");
    doc.title().ifPresent(title -> text.append(" · ").append(title));
    if (doc.required()) {
      text.append(" · required");
    }
    if (doc.deprecated()) {
      text.append(" · deprecated");
    }
    if (doc.readOnly()) {
      text.append(" · written by Azure");
    }
    text.append("\n\n").append(doc.description());
    if (!doc.allowed().isEmpty()) {
      text.append("\n\nAllowed: ")
          .append(doc.allowed().stream().map(Markdown::code).collect(Collectors.joining(", ")));
    }
    doc.defaultValue()
        .ifPresent(value -> text.append("\n\nDefault: ").append(Markdown.code(value)));
    doc.movedTo()
        .ifPresent(key -> text.append("\n\nCalled ").append(Markdown.code(key)).append(" today."));
    if (!doc.examples().isEmpty()) {
      text.append("\n\n").append(Markdown.block("yaml", example(doc)));
    }
    return new Hover(range, text.toString());
  }

  private static String example(KeyDoc doc) {
    String value = doc.examples().get(0);
    if (doc.name().isEmpty() || doc.name().matches("\\d+")) {
      return value;
    }
    return value.contains("\n") || value.startsWith("- ")
        ? doc.name() + ":\n" + value.indent(2).stripTrailing()
        : doc.name() + ": " + value;
  }
}
