package dev.envlens.lsp;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the client was given for each open document, so that it is told to ask again when the same
 * text has come to mean something else: a linked file changed, or a setting.
 *
 * @param <T> what is shown
 */
final class Shown<T> {

  private final Function<Analysis, List<T>> compute;
  private final Runnable refresh;
  private final Map<URI, Given<T>> given = new ConcurrentHashMap<>();

  private record Given<T>(int version, List<T> values) {}

  /**
   * @param refresh tells the client to ask again; does nothing for one that can't be told
   */
  Shown(Function<Analysis, List<T>> compute, Runnable refresh) {
    this.compute = compute;
    this.refresh = refresh;
  }

  /** What to show, which the client will be given now. */
  List<T> give(Analysis analysis) {
    var values = compute.apply(analysis);
    given.put(analysis.document().uri(), new Given<>(analysis.document().version(), values));
    return values;
  }

  /** A client asks again by itself after an edit; after anything else it has to be told. */
  void analyzed(Analysis analysis) {
    var uri = analysis.document().uri();
    var before = given.get(uri);
    if (before != null
        && before.version() == analysis.document().version()
        && !before.values().equals(compute.apply(analysis))
        && given.remove(uri, before)) {
      refresh.run();
    }
  }

  void gone(URI uri) {
    given.remove(uri);
  }
}
