package dev.envlens.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.envlens.command.Commands;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.DiagnosticRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DocumentLinkOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The server as the protocol sees it: what it can do, and its beginning and end. */
public final class EnvlensServer implements LanguageServer, AutoCloseable {

  private final String version;
  private final Session session;
  private final TextDocuments textDocuments;
  private final WorkspaceEvents workspace;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private volatile boolean shutDown;

  /**
   * @param version envlens's own, as the client may show it
   * @param clock tells today's date and its zone
   * @param variables the process's environment variables
   */
  public EnvlensServer(String version, Clock clock, Map<String, String> variables) {
    this.version = version;
    this.session = new Session(clock, variables);
    this.textDocuments = new TextDocuments(session);
    this.workspace = new WorkspaceEvents(session);
  }

  /** The client that this server talks to; said once, before it speaks. */
  public void connect(EnvlensClient client) {
    session.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    var features = ClientFeatures.of(params.getCapabilities());
    var options = params.getInitializationOptions() instanceof JsonElement element ? element : null;
    var decoded = Settings.decode(options);
    session.initialize(features, decoded.settings());
    workspace.warn(decoded.warnings());
    workspace.warn(session.begin(Settings.section(options)));
    workspace.begin(params);
    watchParent(Optional.ofNullable(params.getProcessId()));
    var result = new InitializeResult(capabilities(features));
    result.setServerInfo(new ServerInfo("envlens", version));
    return CompletableFuture.completedFuture(result);
  }

  private static ServerCapabilities capabilities(ClientFeatures features) {
    var sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    var folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    var capabilities = new ServerCapabilities();
    capabilities.setPositionEncoding(PositionEncodingKind.UTF16);
    capabilities.setTextDocumentSync(sync);
    capabilities.setHoverProvider(true);
    capabilities.setCompletionProvider(new CompletionOptions(false, CompletionRequests.TRIGGERS));
    capabilities.setDocumentSymbolProvider(true);
    capabilities.setDefinitionProvider(true);
    capabilities.setFoldingRangeProvider(true);
    capabilities.setSelectionRangeProvider(true);
    capabilities.setCodeLensProvider(new CodeLensOptions(false));
    capabilities.setInlayHintProvider(true);
    capabilities.setDocumentLinkProvider(new DocumentLinkOptions(false));
    capabilities.setCodeActionProvider(new CodeActionOptions(CodeActionRequests.KINDS));
    var commands = new ExecuteCommandOptions(Commands.ids());
    commands.setWorkDoneProgress(true);
    capabilities.setExecuteCommandProvider(commands);
    capabilities.setReferencesProvider(true);
    capabilities.setRenameProvider(new RenameOptions(true));
    capabilities.setWorkspaceSymbolProvider(true);
    capabilities.setWorkspace(new WorkspaceServerCapabilities(folders));
    FileRenameRequests.capabilities(features)
        .ifPresent(capabilities.getWorkspace()::setFileOperations);
    if (features.pullsDiagnostics()) {
      capabilities.setDiagnosticProvider(new DiagnosticRegistrationOptions(true, false));
    }
    return capabilities;
  }

  @Override
  public void initialized(InitializedParams params) {
    var features = session.client();
    var registrations = new ArrayList<Registration>();
    if (features.watchesFiles()) {
      // A build context may hold files of any name, and each takes part in the hash.
      var everything = new FileSystemWatcher(Either.forLeft("**/*"));
      registrations.add(
          new Registration(
              "envlens-files",
              "workspace/didChangeWatchedFiles",
              new DidChangeWatchedFilesRegistrationOptions(List.of(everything))));
    }
    if (features.watchesConfiguration()) {
      registrations.add(new Registration("envlens-settings", "workspace/didChangeConfiguration"));
    }
    if (!registrations.isEmpty()) {
      Workers.send(
          "Registering for changes",
          session.connection().registerCapability(new RegistrationParams(registrations)));
    }
    if (features.configuration()) {
      workspace.pullConfiguration();
    }
    session.index().startSoon();
  }

  /** An editor that died can't say goodbye: the server ends when its process does. */
  private void watchParent(Optional<Integer> processId) {
    processId.ifPresent(
        id ->
            ProcessHandle.of(id)
                .ifPresentOrElse(
                    parent ->
                        Workers.send(
                            "Watching the editor's process",
                            parent.onExit().thenRun(() -> exit.complete(1))),
                    () -> exit.complete(1)));
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutDown = true;
    session.quiet();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    exit.complete(shutDown ? 0 : 1);
  }

  /** Completes with the process's exit status when the conversation is over. */
  public CompletableFuture<Integer> whenOver() {
    return exit;
  }

  /** Completes when nothing is being read or computed. */
  public CompletableFuture<Void> settled() {
    return session.settled();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return textDocuments;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    session.running().cancel(params.getToken());
  }

  /**
   * The person has come to trust what is open, or no longer does.
   *
   * @param params {@code {"trusted": true}}
   */
  @JsonNotification("envlens/trust")
  public void trust(JsonObject params) {
    var trusted = InitialOptions.decode(Optional.ofNullable(params));
    if (params == null || !params.has("trusted") || !trusted.warnings().isEmpty()) {
      workspace.warn(List.of("envlens/trust takes {\"trusted\": true} or {\"trusted\": false}."));
    } else {
      session.trust(trusted.trusted());
    }
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // The log's level is set on the command line.
  }

  @Override
  public void close() {
    session.close();
    session.workers().awaitEnd(1_000);
  }
}
