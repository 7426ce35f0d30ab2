package dev.envlens.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image that the engine has.
 *
 * @param reference what it was found by
 * @param id of the image itself, {@code sha256:…}
 * @param tags all its names, {@code repository:tag}
 * @param digests what registries call it: {@code repository@sha256:…}
 * @param created when it was built, where the image says so
 * @param size of all layers, unpacked, in bytes
 */
public record LocalImage(
    String reference,
    String id,
    List<String> tags,
    List<String> digests,
    Optional<Instant> created,
    long size,
    Map<String, String> labels) {

  public LocalImage {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Map.copyOf(labels);
  }

  /** What a registry calls it, where it was pushed or pulled, else its own id. */
  public String digest() {
    return digests.stream()
        .map(digest -> digest.substring(digest.indexOf('@') + 1))
        .findFirst()
        .orElse(id);
  }
}
