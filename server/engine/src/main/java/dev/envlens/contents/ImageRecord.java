package dev.envlens.contents;

import dev.envlens.known.BuiltImage;
import java.time.Instant;
import java.util.Optional;

/**
 * An image that was built here.
 *
 * @param hash of the definition, 64 hex digits
 * @param id the image's, {@code sha256:…}
 * @param built when
 * @param base the base image that it was built from, as the definition names it, with its digest
 */
public record ImageRecord(
    String hash, String id, Instant built, Optional<BuiltImage.Base> base, ImageContents contents) {

  /** What rules and hints ask of it. */
  public BuiltImage known() {
    return new BuiltImage(built, base, contents.own());
  }
}
