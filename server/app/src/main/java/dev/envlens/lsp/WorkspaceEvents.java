package dev.envlens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What the editor says of the workspace as a whole. */
@SuppressWarnings("deprecation") // SymbolInformation is part of a signature
final class WorkspaceEvents implements WorkspaceService {

  private static final String SECTION = "envlens";

  private final Session session;
  private final CommandRequests commands;
  private final WorkspaceSymbolRequests symbols;
  private final FileRenameRequests renames;

  WorkspaceEvents(Session session) {
    this.session = session;
    this.commands = new CommandRequests(session);
    this.symbols = new WorkspaceSymbolRequests(session);
    this.renames = new FileRenameRequests(session);
  }

  /** What an editor calls its folders: several, one, or none. */
  void begin(InitializeParams params) {
    var several = params.getWorkspaceFolders();
    List<String> folders =
        several != null
            ? several.stream().map(WorkspaceFolder::getUri).toList()
            : Optional.ofNullable(params.getRootUri()).stream().toList();
    session.index().folders(folders.stream().map(session.uris()::fromClient).toList());
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    return symbols.symbols(params).thenApply(Either::forRight);
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    if (session.client().configuration()) {
      pullConfiguration();
      return;
    }
    if (params.getSettings() instanceof JsonObject all && all.has(SECTION)) {
      configure(all.get(SECTION));
    }
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    session.touched(
        params.getChanges().stream()
            .map(FileEvent::getUri)
            .map(session.uris()::fromClient)
            .toList());
  }

  @Override
  public CompletableFuture<WorkspaceEdit> willRenameFiles(RenameFilesParams params) {
    return renames.willRename(params);
  }

  @Override
  public void didRenameFiles(RenameFilesParams params) {
    renames.didRename(params);
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return commands.executeCommand(params);
  }

  /** Paths lead where they lead, whatever folders are open; only what is missing may have come. */
  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    var event = params.getEvent();
    if (event == null) {
      return;
    }
    var open = new LinkedHashSet<>(session.index().folders());
    event.getRemoved().forEach(gone -> open.remove(session.uris().fromClient(gone.getUri())));
    event.getAdded().forEach(added -> open.add(session.uris().fromClient(added.getUri())));
    session.index().folders(List.copyOf(open));
    List.of(event.getAdded(), event.getRemoved())
        .forEach(
            folders ->
                session.touched(
                    folders.stream()
                        .map(folder -> session.uris().fromClient(folder.getUri()))
                        .toList()));
  }

  /** Asks for the settings and takes them over once they are here. */
  void pullConfiguration() {
    var item = new ConfigurationItem();
    item.setSection(SECTION);
    Workers.send(
        "Asking for settings",
        session
            .connection()
            .configuration(new ConfigurationParams(List.of(item)))
            .thenAccept(this::configure));
  }

  private void configure(List<Object> values) {
    // Null is the answer of a client in which nothing is set: what it began with stays.
    if (values != null && !values.isEmpty() && values.get(0) instanceof JsonObject own) {
      configure(own);
    }
  }

  private void configure(JsonElement element) {
    var decoded = Settings.decode(element);
    warn(decoded.warnings());
    Settings.section(element).flatMap(session::ignored).map(List::of).ifPresent(this::warn);
    session.configure(decoded.settings());
  }

  void warn(List<String> warnings) {
    for (String warning : warnings) {
      session.connection().logMessage(new MessageParams(MessageType.Warning, warning));
    }
  }
}
