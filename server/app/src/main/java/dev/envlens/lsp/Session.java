package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.files.ContextReader;
import dev.envlens.files.FileUris;
import dev.envlens.files.TextFiles;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.services.LanguageClient;

/** One editor's conversation with the server: wires its parts, and says what leads to what. */
final class Session implements AutoCloseable {

  private final Uris uris = new Uris();
  private final Documents documents = new Documents();
  private final Workers workers = new Workers();
  private final LiveFiles files;
  private final Analyses analyses;
  private final Publisher publisher;
  private volatile Settings settings = Settings.defaults();
  private volatile ClientFeatures features = ClientFeatures.none();
  private volatile LanguageClient client;
  private volatile boolean closed;

  Session() {
    var contexts = new ContextReader(() -> closed);
    this.files =
        new LiveFiles(
            documents,
            workers.reading(),
            this::readFile,
            uri ->
                FileUris.toPath(uri)
                    .map(contexts::read)
                    .orElseGet(() -> new ContextState.Missing(List.of())),
            this::surroundingsChanged);
    this.publisher =
        new Publisher(uri -> documents.get(uri).map(OpenDocument::version), this::publish);
    this.analyses =
        new Analyses(documents, files, () -> settings, workers.computing(), this::analyzed);
  }

  void connect(LanguageClient connected) {
    this.client = connected;
  }

  void initialize(ClientFeatures clientFeatures, Settings initial) {
    this.features = clientFeatures;
    this.settings = initial;
  }

  void opened(OpenDocument document) {
    documents.open(document);
    analyses.changed(document.uri());
  }

  void changed(URI uri, int version, List<TextDocumentContentChangeEvent> changes) {
    documents.change(uri, version, changes);
    analyses.changed(uri);
  }

  void closed(URI uri) {
    documents.close(uri);
    files.closed(uri);
    analyses.closed(uri);
    publisher.close(uri);
  }

  /** Something happened to these files on disk. */
  void touched(List<URI> changed) {
    changed.forEach(files::touched);
  }

  void configure(Settings changed) {
    if (changed.maxFileSize() != settings.maxFileSize()) {
      files.forget();
    }
    this.settings = changed;
    analyses.allChanged();
    refreshPulled();
  }

  Uris uris() {
    return uris;
  }

  Documents documents() {
    return documents;
  }

  Workers workers() {
    return workers;
  }

  LiveFiles files() {
    return files;
  }

  Analyses analyses() {
    return analyses;
  }

  Publisher publisher() {
    return publisher;
  }

  Settings settings() {
    return settings;
  }

  ClientFeatures client() {
    return features;
  }

  LanguageClient connection() {
    return client;
  }

  /** Completes when nothing is being read or computed: what can be known is known. */
  CompletableFuture<Void> settled() {
    return CompletableFuture.allOf(
            files.fileReads().idle(), files.contextReads().idle(), analyses.work().idle())
        .thenCompose(
            done ->
                files.fileReads().idle().isDone()
                        && files.contextReads().idle().isDone()
                        && analyses.work().idle().isDone()
                    ? CompletableFuture.completedFuture(null)
                    : settled());
  }

  private FileState readFile(URI uri) {
    return FileUris.toPath(uri)
        .map(path -> TextFiles.read(path, settings.maxFileSize()))
        .orElseGet(() -> new FileState.Missing(List.of()));
  }

  private void surroundingsChanged(URI uri) {
    analyses.surroundingsChanged(uri);
    // Who pulls the findings of an open document doesn't know that another file decides them.
    refreshPulled();
  }

  private void analyzed(Analysis analysis) {
    publisher.add(analysis, settings.checkEnabled());
  }

  private void refreshPulled() {
    if (features.pullsDiagnostics() && client != null) {
      Workers.send("Asking to pull findings again", client.refreshDiagnostics());
    }
  }

  private void publish(URI file, Optional<Integer> version, List<Finding> findings) {
    if (client == null || closed || (features.pullsDiagnostics() && version.isPresent())) {
      return;
    }
    if (!documents.get(file).map(OpenDocument::version).equals(version)) {
      return; // overtaken just now; the newer version's findings are on their way
    }
    var lines = lines(file);
    var diagnostics = findings.stream().map(finding -> ToLsp.diagnostic(lines, finding)).toList();
    client.publishDiagnostics(
        new PublishDiagnosticsParams(uris.toClient(file), diagnostics, version.orElse(null)));
  }

  private LineIndex lines(URI file) {
    return files.file(file) instanceof FileState.Text text
        ? LineIndex.of(text.text())
        : LineIndex.of("");
  }

  @Override
  public void close() {
    closed = true;
    workers.close();
  }
}
