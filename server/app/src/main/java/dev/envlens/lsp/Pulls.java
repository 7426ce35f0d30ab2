package dev.envlens.lsp;

import dev.envlens.check.Finding;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a client that asks for findings was given, so that it is told to ask again when the same
 * text has come to have others.
 */
final class Pulls {

  private record Known(int version, Set<Finding> findings) {
    boolean isOvertakenBy(Known other) {
      return version == other.version && !findings.equals(other.findings);
    }
  }

  private final Refreshes refreshes;
  private final Map<URI, Known> given = new ConcurrentHashMap<>();
  private final Map<URI, Known> newest = new ConcurrentHashMap<>();

  Pulls(Refreshes refreshes) {
    this.refreshes = refreshes;
  }

  /** The client was given these findings when it asked for those of {@code uri}. */
  void given(URI uri, int version, Collection<Finding> findings) {
    var now = new Known(version, Set.copyOf(findings));
    given.put(uri, now);
    // What was found while they were gathered is worth one more question, and no more.
    var found = newest.get(uri);
    if (found != null && now.isOvertakenBy(found) && newest.remove(uri, found)) {
      refreshes.ask();
    }
  }

  /** These are the findings of {@code uri} now. */
  void found(URI uri, int version, Collection<Finding> findings) {
    var now = new Known(version, Set.copyOf(findings));
    newest.put(uri, now);
    var before = given.get(uri);
    if (before != null && before.isOvertakenBy(now)) {
      refreshes.ask();
    }
  }

  void gone(URI uri) {
    given.remove(uri);
    newest.remove(uri);
  }
}
