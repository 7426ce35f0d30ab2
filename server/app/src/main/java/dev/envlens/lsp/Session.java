package dev.envlens.lsp;

import com.google.gson.JsonObject;
import dev.envlens.check.Facts;
import dev.envlens.check.Finding;
import dev.envlens.definition.Definition;
import dev.envlens.feature.Workspace;
import dev.envlens.files.ContextReader;
import dev.envlens.files.DigestCache;
import dev.envlens.files.FileUris;
import dev.envlens.files.FolderListing;
import dev.envlens.files.TextFiles;
import dev.envlens.index.IndexedServed;
import dev.envlens.index.IndexedWorkspace;
import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Listing;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import dev.envlens.machine.Machine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** One editor's conversation with the server: wires its parts, and says what leads to what. */
final class Session implements AutoCloseable {

  /** How long commands have to stop what they started once trust is withdrawn. */
  private static final long TIDYING_SECONDS = 30;

  /** The same at the end; the engine takes two of them to stop what doesn't want to. */
  private static final long LAST_SECONDS = 5;

  private final Uris uris = new Uris();
  private final Documents documents = new Documents();
  private final Workers workers = new Workers();
  private final LiveFiles files;
  private final LiveListings listings;
  private final Clock clock;
  private final MachineScope machine;
  private final Analyses analyses;
  private final Publisher publisher;
  private final LiveIndex index;
  private final Annotations annotations = new Annotations(this);
  private final RunningCommands running = new RunningCommands(this);
  private final BuildFaults faults = new BuildFaults();
  private final StatusNotices notices = new StatusNotices(this);
  private final LiveFacts facts;
  private final Pulls pulls =
      new Pulls(
          new Refreshes("Asking to pull findings again", () -> connection().refreshDiagnostics()));
  private volatile Settings settings = Settings.defaults();
  private volatile ClientFeatures features = ClientFeatures.none();
  private volatile EnvlensClient client;
  private Optional<MachineOutside> outside = Optional.empty();
  private volatile boolean closed;

  /**
   * @param clock tells today's date and its zone
   * @param variables the process's environment variables
   */
  Session(Clock clock, Map<String, String> variables) {
    this.clock = clock;
    this.machine = new MachineScope(clock, variables);
    this.listings = new LiveListings(workers.reading(), Session::readFolder);
    this.files =
        new LiveFiles(
            documents,
            workers.reading(),
            workers.hashing(),
            this::readFile,
            this::readContext,
            this::surroundingsChanged);
    this.publisher =
        new Publisher(
            uri -> documents.get(uri).map(OpenDocument::version), new ShownFindings(this));
    this.analyses =
        new Analyses(
            documents, files, this::terms, workers.computing(), this::analyzed, this::gone);
    this.facts =
        new LiveFacts(
            this::outside, new Newcomers(this, annotations, notices), workers.asking(), clock);
    this.index =
        new LiveIndex(
            documents,
            workers,
            new IndexEvents(analyses, files, documents, annotations),
            this::digests);
  }

  void connect(EnvlensClient connected) {
    this.client = connected;
  }

  void initialize(ClientFeatures clientFeatures, Settings initial) {
    this.features = clientFeatures;
    this.settings = initial;
  }

  void opened(OpenDocument document) {
    documents.open(document);
    Paths.folder(document.uri()).ifPresent(listings::folder); // whoever types a path finds it there
    analyses.changed(document.uri());
    index.opened();
  }

  /** A document was saved; it is as good a time as any to look for what watchers missed. */
  void saved(URI uri) {
    touched(List.of(uri));
    index.saved();
    facts.refresh();
  }

  void changed(URI uri, int version, List<TextDocumentContentChangeEvent> changes) {
    documents.change(uri, version, changes);
    analyses.changed(uri);
  }

  void closed(URI uri) {
    documents.close(uri);
    files.closed(uri);
    analyses.closed(uri);
    index.closed(uri);
  }

  /** Something happened to these files on disk. */
  void touched(List<URI> changed) {
    changed.forEach(files::touched);
    changed.forEach(index::touched);
  }

  void configure(Settings changed) {
    if (changed.maxFileSize() != settings.maxFileSize()) {
      files.forget();
    }
    this.settings = changed;
    analyses.allChanged();
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

  LiveListings listings() {
    return listings;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  Analyses analyses() {
    return analyses;
  }

  /**
   * What the workspace knows, with the open documents as they were last analysed: those are looked
   * at when something is asked.
   */
  Workspace workspace(Analysis analysis) {
    var known = shown(analysis);
    return workspace().with(known, known);
  }

  /** The same without what is known from outside the files. */
  Workspace workspace() {
    return IndexedWorkspace.of(index::index).knowing(() -> machine().curated());
  }

  Annotations annotations() {
    return annotations;
  }

  LiveIndex index() {
    return index;
  }

  Publisher publisher() {
    return publisher;
  }

  /** What the client was given when it asked for findings. */
  Pulls pulls() {
    return pulls;
  }

  /**
   * Takes over the settings of machine scope, which come with {@code initialize} alone.
   *
   * @return what was wrong with them
   */
  List<String> begin(Optional<JsonObject> options) {
    var wrong = machine.begin(options);
    readAhead();
    return wrong;
  }

  /** Whoever hovers over a curated environment is not to wait for the disk. */
  private void readAhead() {
    workers.reading().execute(() -> machine().curated());
  }

  /** What to say of settings of machine scope that came in another way. */
  Optional<String> ignored(JsonObject settings) {
    return machine.ignored(settings);
  }

  /** Whether programs may be run, and hosts asked, for what is open here. */
  void trust(boolean trusted) {
    var before = machine.trust(trusted);
    if (before.isPresent()) {
      closeAfter(running.cancelAll(), before.get());
      readAhead();
      facts.forget();
      analyses.allChanged();
    }
  }

  /** Who stops a container needs the engine for that. */
  private void closeAfter(CompletableFuture<Void> commands, Machine before) {
    Workers.send(
        "Closing what was in use",
        commands
            .completeOnTimeout(null, TIDYING_SECONDS, TimeUnit.SECONDS)
            .thenRunAsync(before::close, workers.reading()));
  }

  boolean isTrusted() {
    return machine.isTrusted();
  }

  boolean wantsLog() {
    return machine.wantsLog();
  }

  /** The commands that are under way. */
  RunningCommands running() {
    return running;
  }

  /** A command has ended: what is known of this machine may be another thing now. */
  void did() {
    facts.refresh();
  }

  /** What is known from outside the files, for what is shown of {@code analysis}. */
  AnswersFor shown(Analysis analysis) {
    return facts.of(analysis.asking().inquiry(), Inquiry.Asker.SCREEN);
  }

  LiveFacts facts() {
    return facts;
  }

  /**
   * A build of an environment has ended.
   *
   * @param findings why it failed; none when it did not
   */
  void built(URI file, String pointer, List<Finding> findings, Surroundings surroundings) {
    faults.ended(file, pointer, findings, surroundings);
    analyses.factsChanged(file);
  }

  Machine machine() {
    return machine.machine();
  }

  Settings settings() {
    return settings;
  }

  ClientFeatures client() {
    return features;
  }

  EnvlensClient connection() {
    return client;
  }

  /** Completes when nothing is being read or computed: what can be known is known. */
  CompletableFuture<Void> settled() {
    return CompletableFuture.allOf(work().toArray(CompletableFuture[]::new))
        .thenCompose(
            done ->
                work().stream().allMatch(CompletableFuture::isDone)
                    ? CompletableFuture.completedFuture(null)
                    : settled());
  }

  /** What completes when there is nothing more to do, each for one part of the server. */
  private List<CompletableFuture<Void>> work() {
    return List.of(
        files.fileReads().idle(),
        files.contextReads().idle(),
        listings.reads().idle(),
        analyses.work().idle(),
        facts.idle(),
        annotations.overtaken().idle(),
        index.idle());
  }

  /** Nobody is there before the person trusts what is open. */
  private synchronized Optional<Outside> outside() {
    var now = machine.machine();
    if (!now.settings().trusted()) {
      return Optional.empty();
    }
    if (outside.filter(known -> known.isOf(now)).isEmpty()) {
      outside = Optional.of(new MachineOutside(now, question -> facts().changed(question)));
    }
    return outside.map(Outside.class::cast);
  }

  private Terms terms(URI document, Asking asked) {
    var known = facts.of(asked.inquiry(), Inquiry.Asker.RULE);
    return new Terms(
        settings,
        new Facts(today(), this::served, known, known).knowing(() -> machine.machine().curated()),
        faults.of(document, asked));
  }

  private Optional<URI> served(Definition definition) {
    return new IndexedServed(index.sofar()).by(definition);
  }

  private FileState readFile(URI uri) {
    return FileUris.toPath(uri)
        .map(path -> TextFiles.read(path, settings.maxFileSize()))
        .orElseGet(() -> new FileState.Missing(List.of()));
  }

  private static Listing readFolder(URI uri) {
    return FileUris.toPath(uri).map(FolderListing::of).orElseGet(Listing.Missing::new);
  }

  private ContextState readContext(URI uri) {
    return FileUris.toPath(uri)
        .map(path -> read(path, () -> closed || !files.wantsContext(uri)))
        .orElseGet(() -> new ContextState.Missing(List.of()));
  }

  private ContextState read(Path folder, BooleanSupplier cancelled) {
    var state = new ContextReader(digests(), cancelled).read(folder);
    return state instanceof ContextState.Files files ? files.settled() : state;
  }

  /** The digests that are remembered of build contexts' files. */
  DigestCache digests() {
    return machine().digests();
  }

  private void surroundingsChanged(URI uri) {
    analyses.surroundingsChanged(uri);
  }

  private void analyzed(Analysis analysis) {
    if (analysis.isOfGuest()) {
      publisher.addGuest(analysis, settings.checkEnabled());
    } else {
      publisher.add(analysis, settings.checkEnabled());
      index.analyzed(analysis);
      annotations.changed(List.of(analysis));
      notices.look(analysis);
    }
    files.retain(analyses::asks);
  }

  private void gone(URI uri) {
    publisher.close(uri);
    pulls.gone(uri);
    annotations.gone(uri);
    notices.gone(uri);
    faults.gone(uri);
    files.retain(analyses::asks);
    if (documents.get(uri).isEmpty()) {
      uris.closed(uri);
    }
  }

  /** Says nothing more and takes no new requests; what was asked before is still answered. */
  void quiet() {
    closed = true;
    var unused = running.cancelAll();
  }

  boolean isQuiet() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    var commands = running.cancelAll();
    index.close();
    commands.completeOnTimeout(null, LAST_SECONDS, TimeUnit.SECONDS).join();
    workers.close();
    machine.close();
  }
}
