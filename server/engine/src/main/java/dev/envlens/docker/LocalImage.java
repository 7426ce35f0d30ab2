package dev.envlens.docker;

import dev.envlens.image.ImageReference;
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

  /**
   * What the registry calls it that {@code name} is in, where it was pulled from there or pushed.
   */
  public Optional<String> digestAs(ImageReference name) {
    String repository = withoutTag(name.familiar());
    return digests.stream()
        .filter(digest -> withoutTag(digest).equals(repository))
        .map(digest -> digest.substring(digest.indexOf('@') + 1))
        .findFirst();
  }

  /** A name alone, without tag and digest. */
  public static String withoutTag(String text) {
    return text.replaceFirst("@.*", "").replaceFirst(":[^/:]*$", "");
  }

  /** What a registry calls it, where it was pushed or pulled, else its own id. */
  public String digest() {
    return digests.stream()
        .map(digest -> digest.substring(digest.indexOf('@') + 1))
        .findFirst()
        .orElse(id);
  }
}
