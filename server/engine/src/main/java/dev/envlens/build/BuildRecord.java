package dev.envlens.build;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a build.
 *
 * @param id names its log too
 * @param hash of what was built
 * @param environment {@code NAME:VERSION}, or {@code NAME}, where it has one
 * @param image what came of it; empty when it failed or was cancelled
 * @param error why it failed, without secrets
 */
public record BuildRecord(
    String id,
    String hash,
    Optional<String> environment,
    Instant started,
    Duration took,
    Outcome outcome,
    Optional<Image> image,
    Optional<String> error,
    Path log,
    List<BuildStep> steps) {

  public BuildRecord {
    steps = List.copyOf(steps);
  }

  /** How it ended. */
  public enum Outcome {
    BUILT,
    FAILED,
    CANCELLED
  }

  /**
   * An image.
   *
   * @param reference its name at the engine
   * @param id {@code sha256:…}, the engine's
   * @param base the image that it was built on last, by the name that was written
   * @param baseDigest the manifest's digest of that image then, where it came from a registry
   */
  public record Image(
      String reference, String id, Optional<String> base, Optional<String> baseDigest) {}
}
