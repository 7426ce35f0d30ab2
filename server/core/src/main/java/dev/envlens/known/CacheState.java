package dev.envlens.known;

import java.util.Locale;

/** Whether there is an image. */
public enum CacheState {
  /** There is one. */
  CACHED,
  /** Everybody who was asked has answered that there is none. */
  MISSING,
  /** Somebody has not answered, and nobody has one. */
  UNKNOWN,
  /** It is being built on this machine. */
  BUILDING;

  /**
   * As the protocol writes it: {@code cached}, {@code missing}, {@code unknown}, {@code building}.
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
