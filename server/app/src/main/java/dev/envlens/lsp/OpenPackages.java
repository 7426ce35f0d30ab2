package dev.envlens.lsp;

import dev.envlens.definition.Contents;
import dev.envlens.feature.KnownPackages;
import dev.envlens.feature.SeenPackages;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The packages that open documents list. Each document is looked through once, not at every
 * keystroke in another.
 */
final class OpenPackages {

  private record Remembered(Contents contents, SeenPackages packages) {}

  private final Map<URI, Remembered> remembered = new ConcurrentHashMap<>();

  /** What the documents of {@code open} list, then what {@code others} knows. */
  KnownPackages in(Collection<Contents> open, KnownPackages others) {
    var uris = open.stream().map(contents -> contents.source().uri()).toList();
    remembered.keySet().retainAll(uris);
    var known = others;
    for (var contents : open) {
      known = of(contents).and(known);
    }
    return known;
  }

  private SeenPackages of(Contents contents) {
    return remembered
        .compute(
            contents.source().uri(),
            (uri, before) ->
                before != null && isSame(before.contents(), contents)
                    ? before
                    : new Remembered(contents, SeenPackages.in(List.of(contents))))
        .packages();
  }

  /** Whether both are one reading of one text; comparing what they hold would take as long. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Contents one, Contents other) {
    return one == other;
  }
}
