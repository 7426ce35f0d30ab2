package dev.envlens.app;

import com.google.gson.JsonObject;
import dev.envlens.cli.Cli;
import dev.envlens.cli.Shell;
import dev.envlens.database.NativeLibrary;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * A real session over the files of a folder, so that the Java runtime can archive the classes that
 * such sessions need. Run when envlens is built; not a part of what it does.
 */
public final class Rehearsal {

  private static final long PATIENCE_SECONDS = 60;

  /** What the examples, which are kept in order, don't show. */
  private static final String DRAFT =
      """
      nmae: train
      version: "7"
      remark: reviewed by hand # envlens: ignore loose-pin
      image: mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:latest
      os_type: linux
      tags: {team: forecasting}
      conda_file:
        channels: [conda-forge, conda-forge, 'nodefaults']
        dependencies:
          - python=3.11.9
          - pip
          - numpy=1.26
          - numpy
          - scipy>=1.10,<2
          - conda-forge::pandas==2.2.2=py311h64a7726_0
          - pip:
              - azureml-defaults==1.57.0
              - azureml-defaults>=1.0,<1.0.40
              - mlflow-skinny[gateway]~=2.12 ; python_version < "3.12"
              - git+https://github.com/example/example@main
              - -r requirements.txt
              - shap=0.45
        variables:
          OMP_NUM_THREADS: "4"
      inference_config:
        liveness_route: {port: 5001, path: /
      """;

  private final Path folder;
  private final Cli cli = Main.cli();

  private Rehearsal(Path folder) {
    this.folder = folder;
  }

  /**
   * Plays the session.
   *
   * @param arguments the folder, and one to keep SQLite in
   */
  public static void main(String[] arguments) throws Exception {
    keepSqlite(Path.of(arguments[1]));
    var rehearsal = new Rehearsal(Path.of(arguments[0]).toAbsolutePath().normalize());
    rehearsal.command("check", rehearsal.folder.toString());
    rehearsal.command("check", "--format", "json", rehearsal.folder.toString());
    for (Path file : rehearsal.files()) {
      rehearsal.command("hash", "--explain", file.toString());
    }
    rehearsal.places();
    rehearsal.command("rules");
    rehearsal.session();
    Main.shell();
    System.exit(0);
  }

  private static void keepSqlite(Path folder) {
    try {
      NativeLibrary.keepIn(folder);
    } catch (IOException notKept) {
      // Its driver takes it out of the jar at each start, or says that there is none for here.
    }
  }

  private void command(String... arguments) {
    cli.run(List.of(arguments), shell(new ByteArrayInputStream(new byte[0]), discarding()));
  }

  private void places() throws IOException {
    Path kept = Files.createTempDirectory("envlens-rehearsal");
    try (var places = new RehearsalPlaces()) {
      var there = Main.cli(places.variables(kept));
      String job = folder.resolve("train").resolve("job.yml").toString();
      String environment = folder.resolve("serve").resolve("environment.yml").toString();
      for (var arguments :
          List.of(
              List.of("status", job),
              List.of("status", "--format", "json", job),
              List.of("register", environment),
              List.of("list"),
              List.of("build", "--rebuild", "--yes", environment),
              List.of("build", environment))) {
        there.run(arguments, shell(new ByteArrayInputStream(new byte[0]), discarding()));
      }
    } finally {
      delete(kept);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Shell shell(InputStream in, OutputStream out) {
    return new Shell(
        Path.of(""),
        in,
        out,
        new PrintStream(discarding(), true, StandardCharsets.UTF_8),
        () -> false);
  }

  private static OutputStream discarding() {
    return OutputStream.nullOutputStream();
  }

  private List<Path> files() throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*(\\.ya?ml|Dockerfile)"))
          .sorted()
          .toList();
    }
  }

  private void session()
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var toServer = new PipedOutputStream();
    var fromServer = new PipedInputStream(1 << 20);
    var serverIn = new PipedInputStream(toServer, 1 << 20);
    var serverOut = new PipedOutputStream(fromServer);
    var over =
        CompletableFuture.supplyAsync(() -> cli.run(List.of("server"), shell(serverIn, serverOut)));
    var launcher = LSPLauncher.createClientLauncher(new Audience(), fromServer, toServer);
    var listening = launcher.startListening();
    play(launcher.getRemoteProxy());
    over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    listening.cancel(true);
  }

  private void play(LanguageServer server)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    var params = new InitializeParams();
    params.setCapabilities(capabilities());
    ProcessHandle.current().parent().ifPresent(it -> params.setProcessId((int) it.pid()));
    await(server.initialize(params));
    server.initialized(new InitializedParams());
    for (Path file : files()) {
      edit(server.getTextDocumentService(), file.toUri().toString(), Files.readString(file));
    }
    var draft = folder.resolve("train").resolve("draft.yml").toUri().toString();
    edit(server.getTextDocumentService(), draft, DRAFT);
    await(server.shutdown());
    server.exit();
  }

  /** Those that most editors have. */
  private static ClientCapabilities capabilities() {
    var workspace = new WorkspaceClientCapabilities();
    workspace.setConfiguration(true);
    workspace.setDidChangeConfiguration(new DidChangeConfigurationCapabilities(true));
    workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
    var edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    workspace.setWorkspaceEdit(edits);
    return new ClientCapabilities(workspace, new TextDocumentClientCapabilities(), null);
  }

  private static void edit(TextDocumentService documents, String uri, String text)
      throws InterruptedException, ExecutionException, TimeoutException {
    var document = new TextDocumentIdentifier(uri);
    documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "yaml", 1, text)));
    for (int line = 0; line < 6; line++) {
      await(documents.hover(new HoverParams(document, new Position(line, 2))));
      await(documents.hover(new HoverParams(document, new Position(line, 10))));
    }
    await(
        documents.codeAction(
            new CodeActionParams(
                document,
                new Range(new Position(0, 0), new Position(50, 0)),
                new CodeActionContext(List.of()))));
    await(documents.documentSymbol(new DocumentSymbolParams(document)));
    await(documents.documentLink(new DocumentLinkParams(document)));
    questions(documents, document);
    var start = new Position(1, 0);
    documents.didChange(
        new DidChangeTextDocumentParams(
            new VersionedTextDocumentIdentifier(uri, 2),
            List.of(new TextDocumentContentChangeEvent(new Range(start, start), "half "))));
    await(documents.hover(new HoverParams(document, new Position(2, 2))));
  }

  private static void questions(TextDocumentService documents, TextDocumentIdentifier document)
      throws InterruptedException, ExecutionException, TimeoutException {
    var whole = new Range(new Position(0, 0), new Position(50, 0));
    await(documents.codeLens(new CodeLensParams(document)));
    await(documents.inlayHint(new InlayHintParams(document, whole)));
    await(documents.foldingRange(new FoldingRangeRequestParams(document)));
    for (int line = 0; line < 20; line += 3) {
      var place = new Position(line, 8);
      await(documents.completion(new CompletionParams(document, new Position(line, 0))));
      await(documents.completion(new CompletionParams(document, place)));
      await(documents.definition(new DefinitionParams(document, place)));
      await(documents.references(new ReferenceParams(document, place, new ReferenceContext(true))));
      await(documents.selectionRange(new SelectionRangeParams(document, List.of(place))));
    }
  }

  private static void await(CompletableFuture<?> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Hears what the server says. */
  private static final class Audience implements LanguageClient {
    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {}

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> registerCapability(RegistrationParams params) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
      return CompletableFuture.completedFuture(List.of(new JsonObject()));
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
