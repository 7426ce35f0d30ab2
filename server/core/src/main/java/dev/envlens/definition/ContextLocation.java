package dev.envlens.definition;

import dev.envlens.link.Paths;
import dev.envlens.text.Placeholders;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a build context is. The kinds are those of Microsoft's troubleshooting catalogue. */
public sealed interface ContextLocation {

  /** A folder on this machine. */
  record Folder(URI uri) implements ContextLocation {}

  /** A Git repository: the service accepts it, but can't build images from it. */
  record Git(String url) implements ContextLocation {}

  /** An archive or folder in storage. */
  record Storage(String url) implements ContextLocation {}

  /** A location of a kind that the service doesn't take. */
  record Unsupported(String text) implements ContextLocation {}

  /** A folder that can't be named: the path is a placeholder, or the file has no folder yet. */
  record Unknown() implements ContextLocation {}

  Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  /** A repository's address by its ending, or by a host that has nothing else. */
  Pattern GIT_URL =
      Pattern.compile(
          "https?://"
              + "(?:(?:www\\.)?(?:github\\.com|gitlab\\.com|bitbucket\\.org)/.*"
              + "|dev\\.azure\\.com/.*/_git/.*"
              + "|[^#?]*\\.git(?:[#?/].*)?)",
          Pattern.DOTALL);

  /** The location that {@code path} means in the file {@code base}. */
  static ContextLocation of(URI base, String path) {
    if (Placeholders.in(path)) {
      return new Unknown();
    }
    if (isGit(path)) {
      return new Git(path);
    }
    var scheme = SCHEME.matcher(path);
    if (scheme.matches()) {
      return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
        case "http", "https", "azureml", "wasb", "wasbs", "abfs", "abfss", "adl" ->
            new Storage(path);
        case "file" -> folder(base, path);
        default -> new Unsupported(path);
      };
    }
    return folder(base, path);
  }

  private static ContextLocation folder(URI base, String path) {
    return Paths.resolve(base, path).<ContextLocation>map(Folder::new).orElse(new Unknown());
  }

  private static boolean isGit(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    if (lower.startsWith("git://")
        || lower.startsWith("git@")
        || lower.startsWith("git+")
        || lower.startsWith("ssh://")) {
      return true;
    }
    return GIT_URL.matcher(lower).matches();
  }
}
