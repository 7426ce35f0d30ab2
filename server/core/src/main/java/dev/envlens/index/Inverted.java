package dev.envlens.index;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which files say something, by what they say. */
final class Inverted<K> {

  private final Map<K, Set<URI>> files = new HashMap<>();

  void add(K key, URI file) {
    files.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(file);
  }

  void remove(K key, URI file) {
    files.computeIfPresent(
        key,
        (any, known) -> {
          known.remove(file);
          return known.isEmpty() ? null : known;
        });
  }

  Set<URI> of(K key) {
    return files.getOrDefault(key, Set.of());
  }
}
