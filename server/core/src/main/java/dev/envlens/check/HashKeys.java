package dev.envlens.check;

import java.util.Set;

/** Which keys of a definition have a part in its hash (docs/hash.md). */
final class HashKeys {

  private static final Set<String> ALL =
      Set.of(
          "image",
          "build",
          "conda_file",
          "os_type",
          "channels",
          "dependencies",
          "pip",
          "variables",
          "path",
          "dockerfile_path",
          "baseImage",
          "baseDockerfile",
          "buildContext",
          "condaDependencies",
          "condaDependenciesFile",
          "userManagedDependencies",
          "platform",
          "os",
          "spark",
          "repositories",
          "packages",
          "precachePackages");

  /** A definition that lacks them has no hash yet. */
  private static final Set<String> NEEDED =
      Set.of("image", "build", "path", "baseImage", "baseDockerfile", "buildContext");

  private HashKeys() {}

  /** Whether the value of {@code key}, which is there, has a part in the hash. */
  static boolean decides(String key) {
    return ALL.contains(key);
  }

  /** Whether a definition that lacks {@code key} has a hash, which moves when the key is added. */
  static boolean movesWhenAdded(String key) {
    return ALL.contains(key) && !NEEDED.contains(key);
  }
}
