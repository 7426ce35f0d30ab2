package dev.envlens.lsp;

import dev.envlens.files.DigestCache;
import dev.envlens.files.FileUris;
import dev.envlens.index.FileSummary;
import dev.envlens.index.WorkspaceIndex;
import dev.envlens.link.Paths;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index of the workspace right: open documents as the editor shows them, all others as
 * they are on disk. One thread in the background reads; whoever asks is answered from memory at
 * once.
 *
 * <p>What a watcher tells is read again. Since watchers lose events, and some clients have none,
 * all files are looked at once more, by size and time alone, after each save and each question.
 */
final class LiveIndex {

  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  /** How many files are remembered at most. */
  private static final int MOST_FILES = 20_000;

  /** The server's start comes first. */
  private static final long PATIENCE_MILLISECONDS = 1_000;

  /** Whoever types wouldn't see it, and the next keystroke shouldn't have to wait for it. */
  private static final long QUIET_MILLISECONDS = 300;

  private final WorkspaceIndex index = new WorkspaceIndex(MOST_FILES);
  private final Documents documents;
  private final IndexListener listener;
  private final IndexedContexts contexts;
  private final IndexReads reads;
  private final NewestWins<URI> touches;
  private final NewestWins<URI> edits;
  private final WhenQuiet<URI> typing;
  private final NewestWins<URI> arrivals;
  private final NewestWins<Task> tasks;
  private final WorkspaceFolders folders;
  private final Set<String> moved = ConcurrentHashMap.newKeySet();
  private final Map<URI, Analysis> taken = new HashMap<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean overflowed = new AtomicBoolean();
  private final CompletableFuture<Void> complete = new CompletableFuture<>();
  private volatile boolean closed;

  private enum Task {
    SCAN,
    RELINK,
    REMARK
  }

  LiveIndex(
      Documents documents, Workers workers, IndexListener listener, Supplier<DigestCache> digests) {
    this.documents = documents;
    this.listener = listener;
    this.folders = new WorkspaceFolders(() -> closed);
    this.arrivals =
        new NewestWins<>(workers.indexing(), context -> askers(context).forEach(this::refresh));
    this.contexts =
        new IndexedContexts(workers.digesting(), digests, () -> closed, arrivals::submit);
    this.reads = new IndexReads(documents, contexts);
    this.touches = new NewestWins<>(workers.indexing(), this::touch);
    this.edits = new NewestWins<>(workers.indexing(), this::edit);
    this.typing = new WhenQuiet<>(QUIET_MILLISECONDS, edits::submit);
    this.tasks = new NewestWins<>(workers.indexing(), this::run);
  }

  /** The index, with the open documents as they were last analysed. */
  WorkspaceIndex index() {
    start();
    listener.open().forEach(this::take);
    return index;
  }

  /** The index as it is: for the analyses, which it is made from. */
  WorkspaceIndex sofar() {
    return index;
  }

  /** The index for a question that a person asks: what watchers missed is found soon after. */
  WorkspaceIndex asked() {
    var answer = index();
    tasks.submit(Task.SCAN);
    return answer;
  }

  /** Completes when every file was looked at once. */
  CompletableFuture<Void> complete() {
    start();
    return complete;
  }

  /** The folders of the workspace are these from now on. */
  void folders(List<URI> all) {
    folders.set(all);
    if (started.get()) {
      tasks.submit(Task.SCAN);
    }
  }

  List<URI> folders() {
    return folders.all();
  }

  /** Starts soon, unless somebody wants it sooner. */
  void startSoon() {
    Workers.later(PATIENCE_MILLISECONDS, this::start);
  }

  void start() {
    if (!closed && started.compareAndSet(false, true)) {
      tasks.submit(Task.SCAN);
    }
  }

  /** A document was analysed. */
  void analyzed(Analysis analysis) {
    start();
    typing.submit(analysis.document().uri());
  }

  /** A document was opened. */
  void opened() {
    if (started.get()) {
      tasks.submit(Task.RELINK);
    }
  }

  /** A document was closed: what is on disk counts. */
  void closed(URI uri) {
    touches.submit(uri);
    tasks.submit(Task.RELINK);
  }

  /** Something happened to this file or folder on disk. */
  void touched(URI uri) {
    if (started.get()) {
      contexts.touched(uri);
      touches.submit(uri);
    }
  }

  /** A document was saved. */
  void saved() {
    if (started.get()) {
      tasks.submit(Task.SCAN);
    }
  }

  /** Completes when nothing is waiting to be read. */
  CompletableFuture<Void> idle() {
    start();
    typing.flush();
    return CompletableFuture.allOf(
        tasks.idle(), touches.idle(), edits.idle(), arrivals.idle(), contexts.reads().idle());
  }

  void close() {
    closed = true;
  }

  // From here on: the background's own, except for take

  private void run(Task task) {
    if (task == Task.RELINK) {
      listener.relinked(index);
    } else if (task == Task.REMARK) {
      var marks = Set.copyOf(moved);
      moved.removeAll(marks);
      listener.remarked(index, marks);
    } else {
      scan();
      complete.complete(null);
    }
  }

  private void scan() {
    var found = folders.files();
    for (URI file : found) {
      if (closed) {
        return;
      }
      if (reads.isStale(file)) {
        refresh(file, true);
      }
    }
    for (URI file : reads.summarized()) {
      if (!found.contains(file)) {
        refresh(file);
      }
    }
    reads.retainContexts();
    if (complete.isDone()) {
      listener.lookedAgain();
    }
  }

  private void touch(URI uri) {
    listener.open().forEach(this::take);
    if (isFolder(uri)
        || Paths.name(uri).equals(".gitignore")
        || reads.summarized().stream().anyMatch(file -> isBelow(uri, file))) {
      tasks.submit(Task.SCAN);
    }
    refresh(uri);
    askers(uri).forEach(this::refresh);
  }

  private void edit(URI uri) {
    listener.open().forEach(this::take);
    askers(uri).forEach(this::refresh);
  }

  private List<URI> askers(URI uri) {
    return reads.askers(uri);
  }

  private static boolean isFolder(URI uri) {
    return FileUris.toPath(uri).filter(path -> Files.isDirectory(path)).isPresent();
  }

  private static boolean isBelow(URI folder, URI file) {
    return !folder.equals(file) && Paths.isWithin(folder, file);
  }

  /** Takes over what is on disk, unless the file is open. */
  private void refresh(URI file) {
    refresh(file, folders.include(file));
  }

  private void refresh(URI file, boolean counts) {
    if (documents.get(file).isPresent()) {
      return; // once it is closed, it is looked at again
    }
    var summary = counts ? reads.summary(file) : IndexReads.nothing(file);
    synchronized (taken) {
      if (documents.get(file).isEmpty()) {
        taken.remove(file);
        put(summary);
      }
    }
    if (!counts) {
      reads.forget(file);
    }
  }

  /** Takes over an analysis of an open document, if that is at the same version still. */
  @SuppressWarnings("ReferenceEquality") // this very one: to compare texts would take longer
  void take(Analysis analysis) {
    var document = analysis.document();
    synchronized (taken) {
      if (taken.get(document.uri()) == analysis
          || documents.get(document.uri()).filter(open -> open == document).isEmpty()) {
        return;
      }
      taken.put(document.uri(), analysis);
      put(
          analysis
              .contents()
              .map(contents -> FileSummary.of(contents, analysis.asking()))
              .orElseGet(() -> IndexReads.nothing(document.uri())));
    }
  }

  private void put(FileSummary summary) {
    var before = index.of(summary.file()).orElseGet(() -> IndexReads.nothing(summary.file()));
    if (!index.put(summary) && overflowed.compareAndSet(false, true)) {
      LOG.warn(
          "The workspace has more than {} files with environments; the rest is not found by name or"
              + " use.",
          MOST_FILES);
    }
    if (!before.leadsWhere(summary)) {
      tasks.submit(Task.RELINK);
    }
    var marks = before.changedMarks(summary);
    if (!marks.isEmpty()) {
      moved.addAll(marks);
      tasks.submit(Task.REMARK); // behind what waits to be read: once for all of it
    }
  }
}
