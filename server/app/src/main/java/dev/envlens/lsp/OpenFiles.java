package dev.envlens.lsp;

import dev.envlens.check.Finding;
import dev.envlens.check.Fix;
import dev.envlens.command.Desk;
import dev.envlens.command.Refused;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.machine.Machine;
import dev.envlens.progress.Progress;
import dev.envlens.text.LineIndex;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;
import org.eclipse.lsp4j.ShowDocumentResult;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one command sees: the open documents as they are when it looks, else the disk. It waits. */
final class OpenFiles implements Desk {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

  private final Session session;
  private final RunningCommand progress;
  private final DiskSurroundings disk;
  private final Map<URI, Optional<OpenDocument>> seen = new ConcurrentHashMap<>();

  /**
   * @param progress the command's own
   */
  OpenFiles(Session session, RunningCommand progress) {
    this.session = session;
    this.progress = progress;
    this.disk =
        new DiskSurroundings(
            session.settings().maxFileSize(), () -> session.isQuiet() || progress.isCancelled());
  }

  @Override
  public FileState file(URI uri) {
    return document(uri)
        .<FileState>map(open -> new FileState.Text(open.text()))
        .orElseGet(() -> disk.file(uri));
  }

  @Override
  public ContextState context(URI uri) {
    return disk.context(uri);
  }

  @Override
  public URI uri(String spelled) {
    return session.uris().fromClient(spelled);
  }

  @Override
  public String spelled(URI uri) {
    return session.uris().toClient(uri);
  }

  @Override
  public String languageId(URI uri) {
    return document(uri).map(OpenDocument::languageId).orElse("");
  }

  @Override
  public Machine machine() {
    var machine = session.machine();
    if (!machine.settings().trusted()) {
      throw new Refused(
          "This workspace isn't trusted, so no program is run and nobody is asked for it. Trust it in"
              + " the editor first.");
    }
    return machine;
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void say(String message) {
    session.connection().showMessage(new MessageParams(MessageType.Info, message));
  }

  @Override
  public CompletableFuture<Optional<String>> ask(String question, List<String> answers) {
    var request =
        new ShowMessageRequestParams(answers.stream().map(MessageActionItem::new).toList());
    request.setType(MessageType.Warning);
    request.setMessage(question);
    var asked = session.connection().showMessageRequest(request);
    progress.whenCancelled(() -> asked.cancel(true));
    return asked
        .thenApply(
            chosen ->
                Optional.ofNullable(chosen)
                    .map(MessageActionItem::getTitle)
                    .filter(answers::contains))
        .exceptionally(
            failure -> {
              progress.check();
              LOG.warn("The client can't ask '{}': {}", question, failure.getMessage());
              return Optional.empty();
            });
  }

  @Override
  public CompletableFuture<Boolean> show(URI file) {
    if (!session.client().window().documents()) {
      return CompletableFuture.completedFuture(false);
    }
    var request = new ShowDocumentParams(session.uris().toClient(file));
    request.setTakeFocus(true);
    return session
        .connection()
        .showDocument(request)
        .thenApply(ShowDocumentResult::isSuccess)
        .exceptionally(
            failure -> {
              LOG.warn("The client can't show a document: {}", failure.getMessage());
              return false;
            });
  }

  @Override
  public void built(URI file, String pointer, List<Finding> findings) {
    session.built(file, pointer, findings, this);
  }

  @Override
  public CompletableFuture<Boolean> apply(Fix fix) {
    var edit = ToLsp.edit(fix, session.client(), session.uris(), this::target);
    return edit.map(made -> send(fix, made))
        .orElseGet(() -> CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Boolean> send(Fix fix, WorkspaceEdit edit) {
    return session
        .connection()
        .applyEdit(new ApplyWorkspaceEditParams(edit, fix.title()))
        .thenApply(ApplyWorkspaceEditResponse::isApplied)
        .exceptionally(
            failure -> {
              LOG.warn("The client can't apply '{}': {}", fix.title(), failure.getMessage());
              return false;
            });
  }

  private Optional<ToLsp.Target> target(URI file) {
    return file(file) instanceof FileState.Text text
        ? Optional.of(
            new ToLsp.Target(LineIndex.of(text.text()), document(file).map(OpenDocument::version)))
        : Optional.empty();
  }

  private Optional<OpenDocument> document(URI uri) {
    return seen.computeIfAbsent(uri, session.documents()::get);
  }
}
