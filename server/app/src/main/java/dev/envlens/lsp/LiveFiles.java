package dev.envlens.lsp;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Paths;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

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
      Function<URI, FileState> readFile,
      Function<URI, ContextState> readContext,
      Consumer<URI> changed) {
    this.documents = documents;
    this.readFile = readFile;
    this.readContext = readContext;
    this.changed = changed;
    this.fileReads = new NewestWins<>(reading, this::readFile);
    this.contextReads = new NewestWins<>(reading, this::readContext);
  }

  @Override
  public FileState file(URI uri) {
    Optional<OpenDocument> open = documents.get(uri);
    if (open.isPresent()) {
      return new FileState.Text(open.get().text());
    }
    var known = files.get(uri);
    if (known != null) {
      return known;
    }
    fileReads.submit(uri);
    return new FileState.Pending();
  }

  @Override
  public ContextState context(URI uri) {
    var known = contexts.get(uri);
    if (known != null) {
      return known;
    }
    contextReads.submit(uri);
    return new ContextState.Pending();
  }

  /** Something happened on disk at {@code uri}: what is known of it is read again. */
  void touched(URI uri) {
    for (var file : files.keySet()) {
      if (file.equals(uri) || isAsked(file, uri)) {
        fileReads.submit(file);
      }
    }
    for (var context : contexts.keySet()) {
      if (Paths.isWithin(context, uri) || Paths.isWithin(uri, context)) {
        contextReads.submit(context);
      }
    }
  }

  /** Whether {@code file} is missing or a folder and something near it came or went. */
  private boolean isAsked(URI file, URI touched) {
    return !(files.get(file) instanceof FileState.Text)
        && file.getPath() != null
        && touched.getPath() != null
        && (Paths.isWithin(touched, file)
            || Paths.isWithin(file, touched)
            || isSibling(file, touched));
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
    var state = readFile.apply(uri);
    var before = files.put(uri, state);
    if (before == null || !before.equals(state)) {
      changed.accept(uri);
    }
  }

  private void readContext(URI uri) {
    var state = readContext.apply(uri);
    var before = contexts.put(uri, state);
    if (before == null || !before.equals(state)) {
      changed.accept(uri);
    }
  }
}
