package dev.envlens.lsp;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The files around the open documents: as the editor shows them, else as they were on disk when
 * last read. Never waits: what isn't known is {@code Pending}, is read in the background, and its
 * arrival is announced.
 */
final class LiveFiles implements Surroundings {

  private final Documents documents;
  private final Function<URI, FileState> readFile;
  private final Function<URI, ContextState> readContext;
  private final Consumer<URI> changed;
  private final Set<URI> wantedFiles = ConcurrentHashMap.newKeySet();
  private final Set<URI> wantedContexts = ConcurrentHashMap.newKeySet();
  private final Map<URI, FileState> files = new ConcurrentHashMap<>();
  private final Map<URI, ContextState> contexts = new ConcurrentHashMap<>();
  private final NewestWins<URI> fileReads;
  private final NewestWins<URI> contextReads;

  /**
   * @param changed told the URI of a file or folder whose state is no longer what it was; from any
   *     thread
   */
  LiveFiles(
      Documents documents,
      Executor reading,
      Executor hashing,
      Function<URI, FileState> readFile,
      Function<URI, ContextState> readContext,
      Consumer<URI> changed) {
    this.documents = documents;
    this.readFile = readFile;
    this.readContext = readContext;
    this.changed = changed;
    this.fileReads = new NewestWins<>(reading, this::readFile);
    this.contextReads = new NewestWins<>(hashing, this::readContext);
  }

  @Override
  public FileState file(URI uri) {
    Optional<OpenDocument> open = documents.get(uri);
    if (open.isPresent()) {
      return new FileState.Text(open.get().text());
    }
    wantedFiles.add(uri);
    var known = files.get(uri);
    if (known != null) {
      return known;
    }
    fileReads.submit(uri);
    return new FileState.Pending();
  }

  @Override
  public ContextState context(URI uri) {
    wantedContexts.add(uri);
    var known = contexts.get(uri);
    if (known != null) {
      return known;
    }
    contextReads.submit(uri);
    return new ContextState.Pending();
  }

  /**
   * Something happened on disk at {@code uri}: what depends on it is read again, also when its
   * first reading is still under way.
   */
  void touched(URI uri) {
    for (var file : wantedFiles) {
      if (mayChange(file, uri)) {
        fileReads.submit(file);
      }
    }
    for (var context : wantedContexts) {
      if (isWithin(context, uri) || isWithin(uri, context)) {
        contextReads.submit(context);
      }
    }
  }

  /** Reads all files again that somebody asks for, since not every change is told. */
  void lookAgain() {
    wantedFiles.forEach(fileReads::submit);
  }

  /**
   * Whether {@code file}, or a folder above it, was touched, or something beside a missing file.
   */
  private boolean mayChange(URI file, URI touched) {
    return isWithin(touched, file)
        || (!(files.get(file) instanceof FileState.Text)
            && (isWithin(file, touched) || isSibling(file, touched)));
  }

  private static boolean isWithin(URI folder, URI file) {
    return folder.getPath() != null && file.getPath() != null && Paths.isWithin(folder, file);
  }

  /** Whether anybody asks for the context {@code uri}; if not, its reading may end. */
  boolean wantsContext(URI uri) {
    return wantedContexts.contains(uri);
  }

  /** Forgets what nobody asks for any more. */
  void retain(Predicate<URI> asked) {
    wantedFiles.removeIf(uri -> !asked.test(uri));
    wantedContexts.removeIf(uri -> !asked.test(uri));
    files.keySet().removeIf(uri -> !wantedFiles.contains(uri));
    contexts.keySet().removeIf(uri -> !wantedContexts.contains(uri));
  }

  private static boolean isSibling(URI one, URI other) {
    return Paths.folder(one).equals(Paths.folder(other));
  }

  /** The editor shows {@code uri} no longer: what counts is what is on disk now. */
  void closed(URI uri) {
    files.remove(uri);
  }

  /** Forgets everything, so that all of it is read again when next asked for. */
  void forget() {
    files.clear();
    contexts.clear();
  }

  NewestWins<URI> fileReads() {
    return fileReads;
  }

  NewestWins<URI> contextReads() {
    return contextReads;
  }

  private void readFile(URI uri) {
    if (!wantedFiles.contains(uri)) {
      return;
    }
    var state = readFile.apply(uri);
    var before = files.put(uri, state);
    if (before == null || !before.equals(state)) {
      changed.accept(uri);
    }
  }

  private void readContext(URI uri) {
    if (!wantsContext(uri)) {
      return;
    }
    var state = readContext.apply(uri);
    var before = contexts.put(uri, state);
    if (before == null || !before.equals(state)) {
      changed.accept(uri);
    }
  }
}
