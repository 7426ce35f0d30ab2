package dev.envlens.lsp;

import dev.envlens.files.ContextReader;
import dev.envlens.files.DigestCache;
import dev.envlens.files.FileUris;
import dev.envlens.link.ContextState;
import dev.envlens.link.Paths;
import dev.envlens.link.UploadHash;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The build contexts of definitions that aren't open, read one after the other in the background.
 * Only small ones: a folder of gigabytes isn't read for a hash that nobody may ask for, and stays
 * {@code Pending} until its definition is opened.
 */
final class IndexedContexts {

  /** How large a context may be, in bytes. */
  private static final long MOST_BYTES = 64L << 20;

  /** How many files and folders a context may hold. */
  private static final int MOST_FILES = 2_000;

  /** How many files of contexts are remembered in all. */
  private static final int MOST_ENTRIES = 100_000;

  /** The index asks for hashes of environments alone. */
  private static final UploadHash NOT_WANTED = new UploadHash.Known(Optional.empty());

  private final Supplier<DigestCache> digests;
  private final BooleanSupplier closed;
  private final Consumer<URI> read;
  private final Map<URI, ContextState> states = new ConcurrentHashMap<>();
  private final Set<URI> wanted = ConcurrentHashMap.newKeySet();
  private final NewestWins<URI> reads;

  /**
   * @param read told of each context that was read, from the executor
   */
  IndexedContexts(
      Executor digesting,
      Supplier<DigestCache> digests,
      BooleanSupplier closed,
      Consumer<URI> read) {
    this.digests = digests;
    this.closed = closed;
    this.read = read;
    this.reads = new NewestWins<>(digesting, this::read);
  }

  /** What is known of the context {@code folder}, which is read if nothing is. */
  ContextState of(URI folder) {
    var known = states.get(folder);
    if (known != null) {
      return known;
    }
    if (wanted.add(folder)) {
      reads.submit(folder);
    }
    return new ContextState.Pending();
  }

  /** Something happened on disk at {@code uri}. */
  void touched(URI uri) {
    for (var folder : wanted) {
      if (Paths.isWithin(folder, uri) || Paths.isWithin(uri, folder)) {
        reads.submit(folder);
      }
    }
  }

  /** Forgets what nobody asks for any more. */
  void retain(Set<URI> asked) {
    wanted.retainAll(asked);
    states.keySet().retainAll(asked);
  }

  NewestWins<URI> reads() {
    return reads;
  }

  private void read(URI folder) {
    if (!wanted.contains(folder)) {
      return;
    }
    var state = FileUris.toPath(folder).map(this::state).orElseGet(ContextState.Pending::new);
    var before = states.put(folder, state);
    if (!state.equals(before)) {
      read.accept(folder);
    }
  }

  private ContextState state(Path folder) {
    if (!isSmall(folder)) {
      return new ContextState.Pending();
    }
    var state = new ContextReader(digests.get(), closed).read(folder);
    if (!(state instanceof ContextState.Files files)) {
      return state;
    }
    return entries() + files.entries().size() > MOST_ENTRIES
        ? new ContextState.Pending()
        : new ContextState.Files(files.entries(), NOT_WANTED);
  }

  private int entries() {
    return states.values().stream()
        .mapToInt(state -> state instanceof ContextState.Files files ? files.entries().size() : 0)
        .sum();
  }

  private static boolean isSmall(Path folder) {
    var size = new Size();
    try {
      Files.walkFileTree(folder, size);
    } catch (IOException unreadable) {
      return true; // reading it says what is wrong
    }
    return size.fits();
  }

  private static final class Size extends SimpleFileVisitor<Path> {
    private long bytes;
    private int files;

    boolean fits() {
      return bytes <= MOST_BYTES && files <= MOST_FILES;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      bytes += attributes.size();
      files++;
      return fits() ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
      return FileVisitResult.CONTINUE;
    }
  }
}
