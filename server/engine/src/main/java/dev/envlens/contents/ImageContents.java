package dev.envlens.contents;

import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import java.util.List;
import java.util.Optional;

/**
 * What was found in an image.
 *
 * @param packages those of the environment's own prefix first, the system's last
 * @param prefix the environment's own prefix: the one that Azure ML or envlens made, else the first
 *     on the image's {@code PATH}; empty when there is no Python environment
 * @param python the version of Python in it
 * @param os what the system calls itself
 */
public record ImageContents(
    List<FoundPackage> packages,
    Optional<String> prefix,
    Optional<String> python,
    Optional<String> os) {

  public ImageContents {
    packages = List.copyOf(packages);
  }

  /** Those of the environment's own prefix, and the system's. */
  public List<InstalledPackage> own() {
    return packages.stream()
        .filter(
            found ->
                found.installed().origin() == Origin.DPKG
                    || prefix.filter(found.prefix()::equals).isPresent())
        .map(FoundPackage::installed)
        .toList();
  }
}
