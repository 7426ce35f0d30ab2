package dev.envlens.files;

import dev.envlens.link.ContextState;
import dev.envlens.link.FileState;
import dev.envlens.link.Surroundings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The files around a document as they are on disk. Waits for the disk and never answers {@code
 * Pending}; what it has read once it answers again, so each analysis takes its own. Any thread may
 * ask.
 */
public final class DiskSurroundings implements Surroundings {

  private final long maxBytes;
  private final ContextReader contexts;
  private final Map<URI, FileState> knownFiles = new ConcurrentHashMap<>();
  private final Map<URI, ContextState> knownContexts = new ConcurrentHashMap<>();

  /**
   * @param maxBytes the size over which a linked file isn't read; files of a context may have any
   */
  public DiskSurroundings(long maxBytes) {
    this(maxBytes, DigestCache.none(), () -> false);
  }

  /**
   * @param digests spares files of contexts to be read again
   * @param cancelled as in {@link ContextReader}
   */
  public DiskSurroundings(long maxBytes, DigestCache digests, BooleanSupplier cancelled) {
    this.maxBytes = maxBytes;
    this.contexts = new ContextReader(digests, cancelled);
  }

  @Override
  public FileState file(URI uri) {
    return knownFiles.computeIfAbsent(
        uri,
        key ->
            FileUris.toPath(key)
                .map(path -> TextFiles.read(path, maxBytes))
                .orElseGet(() -> new FileState.Missing(List.of())));
  }

  @Override
  public ContextState context(URI uri) {
    return knownContexts.computeIfAbsent(
        uri,
        key ->
            FileUris.toPath(key)
                .map(contexts::read)
                .orElseGet(() -> new ContextState.Missing(List.of())));
  }
}
