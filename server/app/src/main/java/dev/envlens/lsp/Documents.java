package dev.envlens.lsp;

import dev.envlens.text.LineIndex;
import dev.envlens.text.Position;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The documents that the editor has open, each at its newest version. */
final class Documents {

  private final Map<URI, OpenDocument> open = new ConcurrentHashMap<>();

  Optional<OpenDocument> get(URI uri) {
    return Optional.ofNullable(open.get(uri));
  }

  Collection<OpenDocument> all() {
    return List.copyOf(open.values());
  }

  void open(OpenDocument document) {
    open.put(document.uri(), document);
  }

  /** Applies changes in their order; each speaks of the text that the one before it left. */
  void change(URI uri, int version, List<TextDocumentContentChangeEvent> changes) {
    open.computeIfPresent(
        uri,
        (key, document) -> {
          String text = document.text();
          for (var change : changes) {
            text = apply(text, change);
          }
          return new OpenDocument(uri, version, document.languageId(), text);
        });
  }

  void close(URI uri) {
    open.remove(uri);
  }

  private static String apply(String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    var range = range(LineIndex.of(text), change.getRange());
    return TextEdit.apply(text, List.of(TextEdit.replace(range, change.getText())));
  }

  private static TextRange range(LineIndex lines, Range range) {
    int start =
        lines.offset(new Position(range.getStart().getLine(), range.getStart().getCharacter()));
    int end = lines.offset(new Position(range.getEnd().getLine(), range.getEnd().getCharacter()));
    return new TextRange(Math.min(start, end), Math.max(start, end));
  }
}
