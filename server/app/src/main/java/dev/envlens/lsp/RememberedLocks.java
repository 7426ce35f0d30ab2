package dev.envlens.lsp;

import dev.envlens.feature.LockParser;
import dev.envlens.feature.Resolutions;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the few lock files that were read last, by their text. Safe for any thread. */
final class RememberedLocks implements LockParser {

  private static final int MOST = 4;

  private final Map<String, Resolutions> read =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Resolutions> eldest) {
          return size() > MOST;
        }
      };

  @Override
  public synchronized Resolutions read(String text) {
    return read.computeIfAbsent(text, LockParser.direct()::read);
  }
}
