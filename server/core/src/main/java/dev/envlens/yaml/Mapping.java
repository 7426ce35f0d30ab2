package dev.envlens.yaml;

import dev.envlens.text.TextRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and values.
 *
 * @param entries as written, in order, with duplicates and merge keys ({@code <<})
 * @param flow whether it is written as {@code {a: b}}
 */
public record Mapping(TextRange range, List<Entry> entries, boolean flow) implements Node {

  private static final String MERGE = "<<";

  public Mapping {
    entries = List.copyOf(entries);
  }

  /**
   * The entries that count: the last of each key written here, in the order of their first writing,
   * then what merge keys bring and no key here overrides.
   */
  public List<Entry> effective() {
    if (entries.size() == new HashSet<>(entries.stream().map(Entry::name).toList()).size()
        && entries.stream().noneMatch(Mapping::isMerge)) {
      return entries;
    }
    Map<String, Integer> places = new HashMap<>();
    List<Entry> result = new ArrayList<>();
    for (var entry : entries) {
      if (isMerge(entry)) {
        continue;
      }
      Integer place = places.putIfAbsent(entry.name(), result.size());
      if (place == null) {
        result.add(entry);
      } else {
        result.set(place, entry);
      }
    }
    for (var entry : entries) {
      if (isMerge(entry)) {
        for (var merged : mergedBy(entry.value())) {
          if (places.putIfAbsent(merged.name(), result.size()) == null) {
            result.add(merged);
          }
        }
      }
    }
    return result;
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof Scalar key
        && key.style() == ScalarStyle.PLAIN
        && key.text().equals(MERGE)
        && (entry.value() instanceof Mapping || entry.value() instanceof Sequence);
  }

  private static List<Entry> mergedBy(Node value) {
    if (value instanceof Mapping mapping) {
      return mapping.effective();
    }
    if (value instanceof Sequence sequence) {
      return sequence.items().stream()
          .filter(item -> item.value() instanceof Mapping)
          .flatMap(item -> ((Mapping) item.value()).effective().stream())
          .toList();
    }
    return List.of();
  }

  /** The entry of {@code key} that counts. */
  public Optional<Entry> entry(String key) {
    Entry found = null;
    boolean merges = false;
    for (var entry : entries) {
      if (entry.name().equals(key)) {
        found = entry;
      }
      merges |= entry.name().equals(MERGE);
    }
    if (found == null && merges) {
      return effective().stream().filter(entry -> entry.name().equals(key)).findFirst();
    }
    return Optional.ofNullable(found);
  }

  public Optional<Node> get(String key) {
    return entry(key).map(Entry::value);
  }

  /** The scalar at {@code key}; none when the value is something else or null. */
  public Optional<Scalar> scalar(String key) {
    return get(key)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(scalar -> !scalar.isNull());
  }

  public Optional<Mapping> mapping(String key) {
    return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }

  public Optional<Sequence> sequence(String key) {
    return get(key).filter(Sequence.class::isInstance).map(Sequence.class::cast);
  }

  public boolean has(String key) {
    return entry(key).isPresent();
  }
}
