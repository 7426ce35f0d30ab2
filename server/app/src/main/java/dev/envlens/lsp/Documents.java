package dev.envlens.lsp;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
          var text = new EditedText(document.text());
          for (var change : changes) {
            if (change.getRange() == null) {
              text.replaceAll(change.getText());
            } else {
              text.replace(change.getRange(), change.getText());
            }
          }
          return new OpenDocument(uri, version, document.languageId(), text.toString());
        });
  }

  void close(URI uri) {
    open.remove(uri);
  }
}
