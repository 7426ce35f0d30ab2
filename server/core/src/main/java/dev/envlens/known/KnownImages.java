package dev.envlens.known;

import java.time.Duration;
import java.util.Optional;

/** What is known of images. Answers at once, from memory. */
public interface KnownImages {

  /**
   * Where the image with this hash is cached; empty when nobody was asked yet.
   *
   * @param hash 64 hex digits
   */
  Optional<CacheStatus> status(String hash);

  /** The image with this hash as it was built on this machine; empty when none is known. */
  Optional<BuiltImage> built(String hash);

  /**
   * How long it took when the image with this hash was last built on this machine; empty when it
   * wasn't, or isn't known yet.
   */
  default Optional<Duration> lastTook(String hash) {
    return Optional.empty();
  }

  /** The base image that a definition or a Dockerfile names so; empty when nobody knows it. */
  Optional<BaseImage> base(String reference);

  /** Whether nothing can be known, so that nobody need work out a hash to ask. */
  default boolean isEmpty() {
    return false;
  }

  /** Knows of none. */
  static KnownImages none() {
    return new KnownImages() {
      @Override
      public boolean isEmpty() {
        return true;
      }

      @Override
      public Optional<CacheStatus> status(String hash) {
        return Optional.empty();
      }

      @Override
      public Optional<BuiltImage> built(String hash) {
        return Optional.empty();
      }

      @Override
      public Optional<BaseImage> base(String reference) {
        return Optional.empty();
      }
    };
  }
}
