package dev.envlens.known;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an image with some hash is cached, as far as is known.
 *
 * @param state of all places together
 * @param places what each place that was asked said
 * @param asked when
 */
public record CacheStatus(CacheState state, List<CachePlace> places, Instant asked) {

  public CacheStatus {
    places = List.copyOf(places);
  }

  /** What {@code places} say together: one that has the image decides, then one that can't say. */
  public static CacheStatus of(List<CachePlace> places, Instant asked) {
    return new CacheStatus(
        has(places, CacheState.CACHED)
            ? CacheState.CACHED
            : has(places, CacheState.UNKNOWN) || places.isEmpty()
                ? CacheState.UNKNOWN
                : CacheState.MISSING,
        places,
        asked);
  }

  private static boolean has(List<CachePlace> places, CacheState state) {
    return places.stream().anyMatch(place -> place.state() == state);
  }

  /** The same while the image is being built. */
  public CacheStatus building() {
    return new CacheStatus(CacheState.BUILDING, places, asked);
  }

  /** What {@code kind} said, if it was asked. */
  public Optional<CachePlace> place(CachePlace.Kind kind) {
    return places.stream().filter(place -> place.kind() == kind).findFirst();
  }
}
