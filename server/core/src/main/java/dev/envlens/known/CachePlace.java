package dev.envlens.known;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What one place said of an image.
 *
 * @param kind which place
 * @param state never {@code BUILDING}
 * @param image the image, when the place has it
 * @param trouble why the place could not say, when it could not
 */
public record CachePlace(
    Kind kind, CacheState state, Optional<CachedImage> image, Optional<Trouble> trouble) {

  /** Where images are cached. */
  public enum Kind {
    /** The Docker engine of this machine, or the one that {@code DOCKER_HOST} names. */
    LOCAL,
    /** The workspace's registry. */
    WORKSPACE,
    /** The registry of curated images. */
    CURATED;

    /** As the protocol writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An image that a place has.
   *
   * @param reference what to pull or run, with registry and tag
   * @param digest {@code sha256:…}: the manifest's, or the image's own id where it was never pushed
   * @param created when it was built
   * @param size in bytes; of all layers
   */
  public record CachedImage(
      String reference, String digest, Optional<Instant> created, Optional<Long> size) {}

  /**
   * A place that could not say.
   *
   * @param reason a sentence for a user: who did not answer, why, and what to do
   * @param again when it will be asked again
   */
  public record Trouble(String reason, Instant again) {}

  /** The place has the image. */
  public static CachePlace cached(Kind kind, CachedImage image) {
    return new CachePlace(kind, CacheState.CACHED, Optional.of(image), Optional.empty());
  }

  /** The place has answered that it has none. */
  public static CachePlace missing(Kind kind) {
    return new CachePlace(kind, CacheState.MISSING, Optional.empty(), Optional.empty());
  }

  /** The place could not say. */
  public static CachePlace unknown(Kind kind, Trouble trouble) {
    return new CachePlace(kind, CacheState.UNKNOWN, Optional.empty(), Optional.of(trouble));
  }
}
