package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.envlens.text.LineIndex;
import dev.envlens.text.TextEdit;
import dev.envlens.text.TextRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * An editor in memory: it speaks the protocol with a server over pipes, keeps what the server shows
 * and fails, when closed, on messages that nobody read. The files of its folder are real.
 */
final class Editor implements EnvlensClient, AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private final Path folder;
  private final EnvlensServer server;
  private final LanguageServer remote;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, PublishDiagnosticsParams> shown = new ConcurrentHashMap<>();
  private final List<PublishDiagnosticsParams> published = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Integer> versions = new HashMap<>();
  private final Queue<WorkspaceEdit> asked = new ConcurrentLinkedQueue<>();
  private final List<JsonObject> statuses = new ArrayList<>();
  private final List<String> progress = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private JsonObject configuration = new JsonObject();
  private InitializeResult capabilities;
  private volatile Supplier<CompletableFuture<MessageActionItem>> answer =
      () -> CompletableFuture.completedFuture(null);
  private int refreshes;
  private int lensRefreshes;
  private int hintRefreshes;
  private boolean workspace;

  private Editor(Path folder) throws IOException {
    this.folder = folder;
    this.server =
        new EnvlensServer(
            "test",
            Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC),
            Map.of(
                "ENVLENS_DATA", folder.resolve(".user/data").toString(),
                "ENVLENS_CACHE", folder.resolve(".user/cache").toString()));
    var toServer = new PipedOutputStream();
    var toClient = new PipedOutputStream();
    var serverIn = new PipedInputStream(toServer, 1 << 20);
    var clientIn = new PipedInputStream(toClient, 1 << 20);
    var serverSide = Conversation.of(server, serverIn, new OneWriter(toClient));
    var clientSide =
        LSPLauncher.createClientLauncher(this, clientIn, toServer, threads, messages -> messages);
    remote = clientSide.getRemoteProxy();
    var unusedServer = serverSide.startListening();
    var unusedClient = clientSide.startListening();
  }

  /** An editor that can do little: it is pushed diagnostics, and watches nothing. */
  static Editor in(Path folder) {
    return in(folder, capabilities -> {}, new JsonObject());
  }

  /** An editor with the given capabilities and {@code initializationOptions}. */
  static Editor in(Path folder, Consumer<ClientCapabilities> ability, JsonObject options) {
    try {
      var editor = new Editor(folder);
      editor.initialize(ability, options);
      return editor;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An editor that has the folder open as its workspace, and can edit several files at once. */
  static Editor over(Path folder) {
    return over(folder, workspace -> {}, document -> {});
  }

  /** The same, which can do more. */
  static Editor over(
      Path folder,
      Consumer<WorkspaceClientCapabilities> workspace,
      Consumer<TextDocumentClientCapabilities> document) {
    try {
      var editor = new Editor(folder);
      editor.workspace = true;
      editor.initialize(
          capabilities -> {
            editsSeveralFiles(capabilities);
            workspace.accept(capabilities.getWorkspace());
            capabilities.setTextDocument(new TextDocumentClientCapabilities());
            document.accept(capabilities.getTextDocument());
          },
          new JsonObject());
      return editor;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in a workspace that the person trusts: programs may be run, hosts asked. */
  static Editor trusting(Path folder, JsonObject machineSettings) {
    try {
      var editor = new Editor(folder);
      editor.workspace = true;
      machineSettings.addProperty("trusted", true);
      editor.initialize(Editor::editsSeveralFiles, machineSettings);
      return editor;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same, which is told to show lenses and hints again, and shows progress. */
  static Editor trustingAndRefreshed(Path folder, JsonObject machineSettings) {
    machineSettings.addProperty("trusted", true);
    return in(
        folder,
        capabilities -> {
          var workspace = new WorkspaceClientCapabilities();
          workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
          workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
          capabilities.setWorkspace(workspace);
          var window = new WindowClientCapabilities();
          window.setWorkDoneProgress(true);
          capabilities.setWindow(window);
        },
        machineSettings);
  }

  private static void editsSeveralFiles(ClientCapabilities capabilities) {
    var edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    var workspace = new WorkspaceClientCapabilities();
    workspace.setWorkspaceEdit(edits);
    capabilities.setWorkspace(workspace);
  }

  private void initialize(Consumer<ClientCapabilities> ability, JsonObject options) {
    var params = new InitializeParams();
    if (workspace) {
      params.setWorkspaceFolders(List.of(new WorkspaceFolder(uri(""), "workspace")));
    }
    var abilities = new ClientCapabilities();
    ability.accept(abilities);
    params.setCapabilities(abilities);
    params.setInitializationOptions(options);
    capabilities = await(remote.initialize(params));
    remote.initialized(new InitializedParams());
    settle();
  }

  InitializeResult capabilities() {
    return capabilities;
  }

  LanguageServer remote() {
    return remote;
  }

  EnvlensServer server() {
    return server;
  }

  // What a person does

  /** Writes a file to the disk, without telling anybody. */
  Editor write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens a file with this text, which need not be the one on disk. */
  Editor open(String path, String text) {
    return openAs(uri(path), path.endsWith("Dockerfile") ? "dockerfile" : "yaml", text);
  }

  Editor openAs(String uri, String language, String text) {
    texts.put(uri, text);
    versions.put(uri, 1);
    remote
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, language, 1, text)));
    return settle();
  }

  /** Replaces the first {@code old} in the open document by {@code replacement}. */
  Editor edit(String path, String old, String replacement) {
    typeOver(path, old, replacement);
    return settle();
  }

  /** The same, without waiting for what follows from it. */
  void typeOver(String path, String old, String replacement) {
    String uri = uri(path);
    String text = texts.get(uri);
    int start = text.indexOf(old);
    assertEquals(true, start >= 0, () -> "'" + old + "' isn't in " + path);
    var range = new TextRange(start, start + old.length());
    var change = new TextDocumentContentChangeEvent(range(LineIndex.of(text), range), replacement);
    texts.put(uri, TextEdit.apply(text, List.of(TextEdit.replace(range, replacement))));
    versions.merge(uri, 1, Integer::sum);
    remote
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, versions.get(uri)), List.of(change)));
  }

  /** Does what an editor does with an edit of files, of which those that aren't open are saved. */
  Editor apply(WorkspaceEdit edit) {
    var made = new HashMap<String, String>();
    for (var change : edit.getDocumentChanges()) {
      if (change.isRight()) {
        made.put(((CreateFile) change.getRight()).getUri(), "");
        continue;
      }
      var document = change.getLeft();
      String uri = document.getTextDocument().getUri();
      if (made.containsKey(uri)) {
        write(free(uri), document.getEdits().get(0).getLeft().getNewText());
        continue;
      }
      assertEquals(versions.get(uri), document.getTextDocument().getVersion());
      if (!texts.containsKey(uri)) {
        applyOnDisk(document);
        continue;
      }
      String text = texts.get(uri);
      var lines = LineIndex.of(text);
      var edits =
          document.getEdits().stream()
              .map(either -> either.getLeft())
              .map(one -> TextEdit.replace(textOf(lines, one.getRange()), one.getNewText()))
              .toList();
      if (!texts.containsKey(uri)) {
        write(relative(uri), TextEdit.apply(text, edits));
        continue;
      }
      texts.put(uri, TextEdit.apply(text, edits));
      versions.merge(uri, 1, Integer::sum);
      remote
          .getTextDocumentService()
          .didChange(
              new DidChangeTextDocumentParams(
                  new VersionedTextDocumentIdentifier(uri, versions.get(uri)),
                  List.of(new TextDocumentContentChangeEvent(texts.get(uri)))));
    }
    return settle();
  }

  private String relative(String uri) {
    return folder.relativize(Path.of(URI.create(uri))).toString();
  }

  /** The path of a file that isn't there yet. */
  private String free(String uri) {
    String path = relative(uri);
    assertEquals(false, Files.exists(folder.resolve(path)), () -> path + " is there already");
    return path;
  }

  private void applyOnDisk(TextDocumentEdit document) {
    String path =
        folder.toUri().relativize(URI.create(document.getTextDocument().getUri())).getPath();
    var lines = LineIndex.of(text(path));
    var edits =
        document.getEdits().stream()
            .map(either -> either.getLeft())
            .map(one -> TextEdit.replace(textOf(lines, one.getRange()), one.getNewText()))
            .toList();
    write(path, TextEdit.apply(text(path), edits)).changedOnDisk(path);
  }

  /** Tells the server that the document was saved; what is on disk is what {@link #write} wrote. */
  Editor saved(String path) {
    remote
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri(path))));
    return settle();
  }

  Editor close(String path) {
    texts.remove(uri(path));
    versions.remove(uri(path));
    remote
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri(path))));
    return settle();
  }

  /** Deletes a file or folder on disk, without telling anybody. */
  Editor delete(String path) {
    try (var below = Files.walk(folder.resolve(path))) {
      for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells the server that something happened to a file on disk. */
  Editor changedOnDisk(String path) {
    remote
        .getWorkspaceService()
        .didChangeWatchedFiles(
            new DidChangeWatchedFilesParams(
                List.of(new FileEvent(uri(path), FileChangeType.Changed))));
    return settle();
  }

  Editor configured(JsonObject settings) {
    this.configuration = settings;
    return this;
  }

  // What a person sees

  /** The codes and marked texts of the findings shown in a file, as {@code code «text»}. */
  List<String> findings(String path) {
    return marked(path, diagnostics(path));
  }

  /** The same of an open document for a client that asks for them. */
  List<String> pulled(String path) {
    var params = new DocumentDiagnosticParams(new TextDocumentIdentifier(uri(path)));
    return marked(
        path,
        await(remote.getTextDocumentService().diagnostic(params))
            .getRelatedFullDocumentDiagnosticReport()
            .getItems());
  }

  private List<String> marked(String path, List<Diagnostic> diagnostics) {
    String text = diagnostics.isEmpty() ? "" : text(path);
    return diagnostics.stream()
        .map(
            diagnostic ->
                "%s «%s»"
                    .formatted(
                        diagnostic.getCode().getLeft(),
                        textOf(LineIndex.of(text), diagnostic.getRange()).of(text)))
        .toList();
  }

  List<Diagnostic> diagnostics(String path) {
    return Optional.ofNullable(shown.get(uri(path)))
        .map(PublishDiagnosticsParams::getDiagnostics)
        .orElse(List.of());
  }

  /** Every publication for a file so far, oldest first. */
  synchronized List<PublishDiagnosticsParams> publications(String path) {
    return published.stream().filter(p -> p.getUri().equals(uri(path))).toList();
  }

  /** The hover over the first {@code at} in the document; empty when there is none. */
  String hover(String path, String at) {
    var hover =
        await(
            remote
                .getTextDocumentService()
                .hover(new HoverParams(new TextDocumentIdentifier(uri(path)), position(path, at))));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  /** What a command answers, as JSON; the edits that it asks for are applied. */
  JsonElement run(String command, JsonObject argument) {
    var answer =
        await(
            remote
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams(command, List.of(argument))));
    for (var edit = asked.poll(); edit != null; edit = asked.poll()) {
      apply(edit);
    }
    return new Gson().toJsonTree(answer);
  }

  /** The actions offered over the first {@code at} in the document. */
  List<CodeAction> actions(String path, String at) {
    return actions(path, at, null);
  }

  /** The same, of these kinds alone. */
  List<CodeAction> actions(String path, String at, List<String> only) {
    var start = position(path, at);
    var params =
        new CodeActionParams(
            new TextDocumentIdentifier(uri(path)),
            new Range(start, start),
            new CodeActionContext(List.of(), only));
    return await(remote.getTextDocumentService().codeAction(params)).stream()
        .map(either -> either.getRight())
        .toList();
  }

  /** Where the first {@code at} in the document leads, as {@code file:line}. */
  List<String> definitions(String path, String at) {
    var answer =
        await(
            remote
                .getTextDocumentService()
                .definition(
                    new DefinitionParams(
                        new TextDocumentIdentifier(uri(path)), position(path, at))));
    return answer.isLeft()
        ? answer.getLeft().stream().map(one -> place(one.getUri(), one.getRange())).toList()
        : answer.getRight().stream()
            .map(one -> place(one.getTargetUri(), one.getTargetSelectionRange()))
            .toList();
  }

  private String place(String uri, Range range) {
    return uri.replace(folder.toUri().toString(), "") + ":" + (range.getStart().getLine() + 1);
  }

  /** What is offered behind the first {@code before} in the document. */
  List<String> completions(String path, String before) {
    int offset = text(path).indexOf(before) + before.length();
    var params =
        new CompletionParams(
            new TextDocumentIdentifier(uri(path)),
            range(LineIndex.of(text(path)), TextRange.at(offset)).getStart());
    return await(remote.getTextDocumentService().completion(params)).getRight().getItems().stream()
        .map(CompletionItem::getLabel)
        .toList();
  }

  /** The titles of the lenses, as {@code line title}. */
  List<String> lenses(String path) {
    return await(
            remote
                .getTextDocumentService()
                .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri(path)))))
        .stream()
        .map(
            lens -> (lens.getRange().getStart().getLine() + 1) + " " + lens.getCommand().getTitle())
        .toList();
  }

  /** What a click on each lens runs, as {@code title: command arguments}. */
  List<String> lensCommands(String path) {
    return await(
            remote
                .getTextDocumentService()
                .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri(path)))))
        .stream()
        .map(lens -> lens.getCommand())
        .filter(command -> !command.getCommand().isEmpty())
        .map(
            command ->
                "%s: %s %s"
                    .formatted(command.getTitle(), command.getCommand(), command.getArguments()))
        .toList();
  }

  /** Says whether the person trusts what is open. */
  Editor trust(boolean trusted) {
    var json = new JsonObject();
    json.addProperty("trusted", trusted);
    notify("envlens/trust", json);
    return settle();
  }

  /** Sends a notification of which the protocol's interfaces know nothing. */
  void notify(String method, Object params) {
    ((Endpoint) remote).notify(method, params);
  }

  /** Every {@code envlens/status} so far for a file, oldest first. */
  synchronized List<JsonObject> statuses(String path) {
    return statuses.stream()
        .filter(status -> status.get("uri").getAsString().equals(uri(path)))
        .toList();
  }

  /** The states of the newest status for a file, as {@code cached: local cached}. */
  String state(String path) {
    var all = statuses(path);
    if (all.isEmpty()) {
      return "";
    }
    var newest = all.get(all.size() - 1);
    var places = new ArrayList<String>();
    for (var place : newest.getAsJsonArray("places")) {
      var one = place.getAsJsonObject();
      places.add(one.get("kind").getAsString() + " " + one.get("state").getAsString());
    }
    return newest.get("state").getAsString() + ": " + String.join(", ", places);
  }

  /** Waits until something is so, for what begins by itself. */
  Editor until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isSo.getAsBoolean()) {
      assertEquals(true, System.nanoTime() < end, () -> "never " + what);
      settle();
    }
    return this;
  }

  /** The labels of the hints in lines {@code first} to {@code last}, from 0, last excluded. */
  List<String> hints(String path, int first, int last) {
    var range = new Range(new Position(first, 0), new Position(last, 0));
    return await(
            remote
                .getTextDocumentService()
                .inlayHint(new InlayHintParams(new TextDocumentIdentifier(uri(path)), range)))
        .stream()
        .map(hint -> hint.getLabel().getLeft())
        .toList();
  }

  synchronized int lensRefreshes() {
    return lensRefreshes;
  }

  synchronized int hintRefreshes() {
    return hintRefreshes;
  }

  /** The references to what stands at the first {@code at}, as {@code path «text»}. */
  List<String> references(String path, String at, boolean declaration) {
    var params =
        new ReferenceParams(
            new TextDocumentIdentifier(uri(path)),
            position(path, at),
            new ReferenceContext(declaration));
    return await(remote.getTextDocumentService().references(params)).stream()
        .map(location -> shown(location.getUri(), location.getRange()))
        .toList();
  }

  /** The edit that renames what stands at the first {@code at}. */
  WorkspaceEdit rename(String path, String at, String newName) {
    var params =
        new RenameParams(new TextDocumentIdentifier(uri(path)), position(path, at), newName);
    return await(remote.getTextDocumentService().rename(params));
  }

  /**
   * Renames a file or folder on disk, after the edits that the server wants made; what is open
   * below it is opened at its new place.
   */
  Editor move(String from, String to) {
    var params = new RenameFilesParams(List.of(new FileRename(uri(from), uri(to))));
    var edit = await(remote.getWorkspaceService().willRenameFiles(params));
    if (edit != null) {
      apply(edit);
    }
    try {
      Files.createDirectories(folder.resolve(to).getParent());
      Files.move(folder.resolve(from), folder.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    remote.getWorkspaceService().didRenameFiles(params);
    if (texts.containsKey(uri(from))) {
      String text = texts.get(uri(from));
      close(from).open(to, text);
    }
    return settle();
  }

  /** The environments of the workspace that fit, as {@code name in path}. */
  List<String> environments(String query) {
    return await(remote.getWorkspaceService().symbol(new WorkspaceSymbolParams(query)))
        .getRight()
        .stream()
        .map(
            symbol ->
                "%s in %s at %s"
                    .formatted(
                        symbol.getName(),
                        symbol.getContainerName(),
                        shown(
                            symbol.getLocation().getLeft().getUri(),
                            symbol.getLocation().getLeft().getRange())))
        .toList();
  }

  /** Their names alone. */
  List<String> environmentNames(String query) {
    return await(remote.getWorkspaceService().symbol(new WorkspaceSymbolParams(query)))
        .getRight()
        .stream()
        .map(WorkspaceSymbol::getName)
        .toList();
  }

  private String shown(String uri, Range range) {
    String path = folder.toUri().relativize(URI.create(uri)).getPath();
    String text = text(path);
    return "%s «%s»".formatted(path, textOf(LineIndex.of(text), range).of(text));
  }

  synchronized List<String> takeMessages() {
    var taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }

  synchronized int refreshes() {
    return refreshes;
  }

  String text(String path) {
    return texts.containsKey(uri(path))
        ? texts.get(uri(path))
        : read(path.startsWith("file:") ? relative(path) : path);
  }

  int version(String path) {
    return versions.get(uri(path));
  }

  private String read(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String uri(String path) {
    return path.contains(":") ? path : folder.resolve(path).toUri().toString();
  }

  Position position(String path, String at) {
    String text = text(path);
    int offset = text.indexOf(at);
    assertEquals(true, offset >= 0, () -> "'" + at + "' isn't in " + path);
    return range(LineIndex.of(text), TextRange.at(offset)).getStart();
  }

  private static Range range(LineIndex lines, TextRange range) {
    var start = lines.position(range.start());
    var end = lines.position(range.end());
    return new Range(
        new Position(start.line(), start.character()), new Position(end.line(), end.character()));
  }

  private static TextRange textOf(LineIndex lines, Range range) {
    return new TextRange(
        lines.offset(
            new dev.envlens.text.Position(
                range.getStart().getLine(), range.getStart().getCharacter())),
        lines.offset(
            new dev.envlens.text.Position(
                range.getEnd().getLine(), range.getEnd().getCharacter())));
  }

  /** Waits until the server has done all that follows from what it was told. */
  Editor settle() {
    // A request is answered after every notification before it was taken in.
    await(
        remote
            .getTextDocumentService()
            .hover(
                new HoverParams(new TextDocumentIdentifier(uri("nowhere.yml")), new Position())));
    await(server.settled());
    // What the server sent before this answer has arrived when the answer has.
    await(
        remote
            .getTextDocumentService()
            .hover(
                new HoverParams(new TextDocumentIdentifier(uri("nowhere.yml")), new Position())));
    return this;
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("no answer", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  @Override
  public void close() {
    await(remote.shutdown());
    remote.exit();
    server.close();
    threads.shutdownNow();
    if (!messages.isEmpty()) {
      fail("messages that nobody read: " + messages);
    }
  }

  // What the server says

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    shown.put(params.getUri(), params);
    published.add(params);
  }

  @Override
  public synchronized void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    showMessage(params);
    return answer.get();
  }

  /** The person chooses the button {@code title} of whatever they are asked. */
  Editor answering(String title) {
    answer = () -> CompletableFuture.completedFuture(new MessageActionItem(title));
    return this;
  }

  /** The client has no way to ask a person. */
  Editor unableToAsk() {
    answer =
        () ->
            CompletableFuture.failedFuture(
                new UnsupportedOperationException("no such method in this client"));
    return this;
  }

  @Override
  public void logMessage(MessageParams params) {
    showMessage(params);
  }

  @Override
  public void telemetryEvent(Object object) {
    fail("no telemetry");
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    boolean current =
        params.getEdit().getDocumentChanges().stream()
            .map(change -> change.getLeft().getTextDocument())
            .allMatch(
                document -> Objects.equals(document.getVersion(), versions.get(document.getUri())));
    asked.add(params.getEdit());
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(current));
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    return CompletableFuture.completedFuture(List.of(configuration));
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized void notifyProgress(ProgressParams params) {
    var value = params.getValue().getLeft();
    String message =
        value instanceof WorkDoneProgressBegin begin
            ? begin.getMessage()
            : value instanceof WorkDoneProgressReport report ? report.getMessage() : "";
    progress.add("%s %s %s".formatted(params.getToken().get(), value.getKind(), message).strip());
  }

  /** What was reported of long commands, as {@code token kind message}. */
  synchronized List<String> progress() {
    return List.copyOf(progress);
  }

  @Override
  public synchronized void log(JsonObject lines) {
    lines.getAsJsonArray("lines").forEach(line -> log.add(line.getAsString()));
  }

  /** The lines that programs printed. */
  synchronized List<String> log() {
    return List.copyOf(log);
  }

  @Override
  public synchronized void status(JsonObject status) {
    statuses.add(status);
  }

  @Override
  public synchronized CompletableFuture<Void> refreshDiagnostics() {
    refreshes++;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> refreshCodeLenses() {
    lensRefreshes++;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized CompletableFuture<Void> refreshInlayHints() {
    hintRefreshes++;
    return CompletableFuture.completedFuture(null);
  }

  /** A pipe breaks when the thread that wrote last is gone; this one writes by its own. */
  private static final class OneWriter extends OutputStream {
    private final ExecutorService writer =
        Executors.newSingleThreadExecutor(
            task -> {
              var thread = new Thread(task, "pipe");
              thread.setDaemon(true);
              return thread;
            });
    private final OutputStream out;

    OneWriter(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      var copy = Arrays.copyOfRange(bytes, start, start + length);
      var unused =
          writer.submit(
              () -> {
                out.write(copy);
                out.flush();
                return null;
              });
    }
  }
}
