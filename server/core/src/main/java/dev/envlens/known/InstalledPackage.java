package dev.envlens.known;

import java.util.Optional;

/**
 * A package that an image really has.
 *
 * @param origin who installed it
 * @param name as its installer writes it
 * @param version as its installer writes it
 * @param channel conda's channel, where it is known
 */
public record InstalledPackage(
    Origin origin, String name, String version, Optional<String> channel) {

  /** Who installed a package. */
  public enum Origin {
    CONDA,
    PIP,
    DPKG
  }
}
