package dev.envlens.known;

import dev.envlens.known.CachePlace.CachedImage;
import dev.envlens.known.CachePlace.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@link CacheStatus} as JSON has it, on the command line, in the answer to a command and in the
 * notification {@code envlens/status}: texts, numbers, null, lists and maps in order. Described in
 * docs/protocol.md.
 */
public final class CacheFields {

  private CacheFields() {}

  /** {@code state} and {@code places}. */
  public static Map<String, Object> of(CacheStatus status) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("state", status.state().word());
    List<Map<String, Object>> places = status.places().stream().map(CacheFields::of).toList();
    fields.put("places", places);
    return fields;
  }

  /** {@code steps} and {@code lastMillis}. */
  public static Map<String, Object> of(CacheWords.Cost cost) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("steps", cost.steps());
    fields.put("lastMillis", cost.lastTook().map(Duration::toMillis).orElse(null));
    return fields;
  }

  private static Map<String, Object> of(CachePlace place) {
    var image = place.image();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", place.kind().word());
    fields.put("state", place.state().word());
    fields.put("reference", image.map(CachedImage::reference).orElse(null));
    fields.put("digest", image.map(CachedImage::digest).orElse(null));
    fields.put("created", image.flatMap(CachedImage::created).map(Instant::toString).orElse(null));
    fields.put("size", image.flatMap(CachedImage::size).orElse(null));
    fields.put("reason", place.trouble().map(Trouble::reason).orElse(null));
    fields.put("again", place.trouble().map(Trouble::again).map(Instant::toString).orElse(null));
    return fields;
  }
}
