package dev.envlens.registry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An image that a registry has.
 *
 * @param reference what to pull, with registry and tag
 * @param digest the manifest's, {@code sha256:…}
 * @param created when it was built, where the image says so
 * @param size of all layers as they are stored, in bytes
 * @param labels of the image
 */
public record RegistryImage(
    String reference,
    String digest,
    Optional<Instant> created,
    long size,
    Map<String, String> labels) {

  public RegistryImage {
    labels = Map.copyOf(labels);
  }
}
