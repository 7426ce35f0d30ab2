package dev.envlens.link;

import java.util.Optional;

/**
 * The hash that Microsoft's SDK gives a build context when it uploads it. Few ask for it, and to
 * find it out may mean to read all of the folder, so that is left until somebody asks.
 */
@FunctionalInterface
public interface UploadHash {

  /**
   * MD5: 32 lower-case hex digits; empty when the SDK couldn't upload the folder either. May wait
   * for the disk, unless it is {@link Known}.
   */
  Optional<String> hex();

  /** One that was found out before. Two of the same digits are equal. */
  record Known(Optional<String> hex) implements UploadHash {}
}
