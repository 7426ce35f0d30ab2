package dev.envlens.index;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which files say something, by what they say. */
final class Inverted<K> {

  private final Map<K, Set<URI>> files;

  /**
   * @param files an empty map, in whose order the keys are
   */
  Inverted(Map<K, Set<URI>> files) {
    this.files = files;
  }

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

  Stream<K> keys() {
    return files.keySet().stream();
  }

  /** Whether a file other than {@code file} says it. */
  boolean isElsewhere(K key, URI file) {
    var all = of(key);
    return all.size() > 1 || (all.size() == 1 && !all.contains(file));
  }

  Set<URI> of(K key) {
    return files.getOrDefault(key, Set.of());
  }
}
