package dev.envlens.setup;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a user's files belong on this system, by the XDG base directory specification, Apple's file
 * system guidelines and Windows' known folders. Nothing is made here.
 *
 * @param data what must be kept: the workspace
 * @param cache what can be made again
 */
public record UserFolders(Path data, Path cache) {

  /**
   * The folders of the user of this process; {@code ENVLENS_DATA} and {@code ENVLENS_CACHE} name
   * others.
   *
   * @param system as the property {@code os.name} says it
   * @param home the user's home folder
   */
  public static UserFolders of(Map<String, String> variables, String system, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    UserFolders usual;
    if (name.startsWith("windows")) {
      Path local = path(variables, "LOCALAPPDATA").orElse(home.resolve("AppData/Local"));
      usual = new UserFolders(local.resolve("envlens/data"), local.resolve("envlens/cache"));
    } else if (name.startsWith("mac")) {
      usual =
          new UserFolders(
              home.resolve("Library/Application Support/envlens"),
              home.resolve("Library/Caches/envlens"));
    } else {
      usual =
          new UserFolders(
              path(variables, "XDG_DATA_HOME")
                  .orElse(home.resolve(".local/share"))
                  .resolve("envlens"),
              path(variables, "XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("envlens"));
    }
    return new UserFolders(
        path(variables, "ENVLENS_DATA").orElse(usual.data()),
        path(variables, "ENVLENS_CACHE").orElse(usual.cache()));
  }

  /** An absolute path; the specification has relative ones ignored. */
  private static Optional<Path> path(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
