package dev.envlens.lsp;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the client was given for each open document, so that it is told to ask again when the same
 * text has come to mean something else: a linked file changed, another file of the workspace, or a
 * setting.
 *
 * @param <T> what is shown
 */
final class Shown<T> {

  private final Function<Analysis, List<T>> compute;
  private final Refreshes refreshes;
  private final Consumer<URI> overtaken;
  private final Map<URI, Given<T>> given = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  private record Given<T>(int version, List<T> values) {}

  /**
   * @param overtaken told of a document of which something changed while it was looked at: it is to
   *     be looked at again
   */
  Shown(Function<Analysis, List<T>> compute, Refreshes refreshes, Consumer<URI> overtaken) {
    this.compute = compute;
    this.refreshes = refreshes;
    this.overtaken = overtaken;
  }

  /** What to show, which the client will be given now. */
  List<T> give(Analysis analysis) {
    long before = changes.get();
    var values = compute.apply(analysis);
    var uri = analysis.document().uri();
    given.put(uri, new Given<>(analysis.document().version(), values));
    if (changes.get() != before) {
      overtaken.accept(uri);
    }
    return values;
  }

  /**
   * These analyses, or what they lead to, are new. A client asks again by itself after an edit;
   * after anything else it has to be told, once for all of them.
   */
  void changed(Collection<Analysis> analyses) {
    changes.incrementAndGet();
    if (analyses.stream().filter(this::isOutdated).count() > 0) {
      refreshes.ask();
    }
  }

  private boolean isOutdated(Analysis analysis) {
    var uri = analysis.document().uri();
    var before = given.get(uri);
    return before != null
        && before.version() == analysis.document().version()
        && !before.values().equals(compute.apply(analysis))
        && given.remove(uri, before);
  }

  void gone(URI uri) {
    given.remove(uri);
  }
}
