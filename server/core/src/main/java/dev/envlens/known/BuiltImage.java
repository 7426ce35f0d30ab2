package dev.envlens.known;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An image that was built on this machine and looked into.
 *
 * @param built when
 * @param base the base image as the definition names it, and the digest that it had then
 * @param packages those of the environment's own Python, not of others in the image, and the
 *     system's
 */
public record BuiltImage(Instant built, Optional<Base> base, List<InstalledPackage> packages) {

  public BuiltImage {
    packages = List.copyOf(packages);
  }

  /** The Python packages by name. */
  public InstalledVersions versions() {
    return new InstalledVersions(packages);
  }

  /**
   * A base image.
   *
   * @param digest {@code sha256:…}
   */
  public record Base(String reference, String digest) {}
}
