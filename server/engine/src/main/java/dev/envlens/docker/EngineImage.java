package dev.envlens.docker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An image that an engine has.
 *
 * @param id {@code sha256:…}, of its configuration
 * @param tags {@code repository:tag}, as the engine shows them
 * @param digests {@code repository@sha256:…}, for each registry that it was pulled from or pushed
 *     to
 * @param created when it was built, where that can be read
 * @param size in bytes, of all layers
 */
public record EngineImage(
    String id,
    List<String> tags,
    List<String> digests,
    Map<String, String> labels,
    Optional<Instant> created,
    long size) {

  public EngineImage {
    tags = List.copyOf(tags);
    digests = List.copyOf(digests);
    labels = Map.copyOf(labels);
  }

  /** The manifest's digest, {@code sha256:…}; none of an image that was never in a registry. */
  public Optional<String> digest() {
    return digests.stream().map(EngineImage::behindAt).findFirst();
  }

  /** The digest that it has in {@code repository}, which is given with its registry. */
  public Optional<String> digestIn(String repository) {
    return digests.stream()
        .filter(digest -> digest.startsWith(repository + "@"))
        .map(EngineImage::behindAt)
        .findFirst();
  }

  private static String behindAt(String digest) {
    return digest.substring(digest.indexOf('@') + 1);
  }
}
