package dev.envlens.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;

/** Resolves the paths that definitions write, by their text alone. */
public final class Paths {

  private static final String FILE = "file:";

  private Paths() {}

  /**
   * What {@code path} means in the file {@code base}: relative to its folder, absolute, or with
   * {@code file:} in front, as the SDK reads it. Nothing for a base that is no file, such as an
   * editor's unsaved buffer.
   */
  public static Optional<URI> resolve(URI base, String path) {
    return folder(base).flatMap(folder -> within(folder, path));
  }

  /** What {@code path} means in the folder {@code folder}. */
  public static Optional<URI> within(URI folder, String path) {
    if (!"file".equals(folder.getScheme()) || folder.getPath() == null) {
      return Optional.empty();
    }
    String written = path.startsWith(FILE) ? withoutFileScheme(path) : path;
    boolean windows = isDrive(folder.getPath(), 1);
    String slashed = windows ? written.replace('\\', '/') : written;
    String absolute;
    if (isDrive(slashed, 0)) {
      absolute = "/" + slashed;
    } else if (slashed.startsWith("/")) {
      absolute = windows ? folder.getPath().substring(0, 3) + slashed : slashed;
    } else {
      absolute = folder.getPath() + "/" + slashed;
    }
    return file(folder, normalize(absolute));
  }

  /** The folder that holds {@code file}. */
  public static Optional<URI> folder(URI file) {
    if (!"file".equals(file.getScheme()) || file.getPath() == null) {
      return Optional.empty();
    }
    int slash = file.getPath().lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : file(file, slash == 0 ? "/" : file.getPath().substring(0, slash));
  }

  /** Whether {@code file} is {@code folder} or lies below it. */
  public static boolean isWithin(URI folder, URI file) {
    String outer = stripSlash(folder.getPath());
    String inner = stripSlash(file.getPath());
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }

  /** {@code file} as seen from {@code folder}, with {@code ..} where it lies outside. */
  public static String relative(URI folder, URI file) {
    String[] from = stripSlash(folder.getPath()).split("/", -1);
    String[] to = stripSlash(file.getPath()).split("/", -1);
    int common = 0;
    while (common < from.length && common < to.length && from[common].equals(to[common])) {
      common++;
    }
    var result = new StringBuilder();
    for (int i = common; i < from.length; i++) {
      result.append(result.length() == 0 ? ".." : "/..");
    }
    for (int i = common; i < to.length; i++) {
      result.append(result.length() == 0 ? "" : "/").append(to[i]);
    }
    return result.length() == 0 ? "." : result.toString();
  }

  /** The last part of the path. */
  public static String name(URI file) {
    String path =
        stripSlash(file.getPath() == null ? file.getSchemeSpecificPart() : file.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String withoutFileScheme(String path) {
    String rest = path.substring(FILE.length());
    return rest.startsWith("//") ? rest.substring(2) : rest;
  }

  private static boolean isDrive(String path, int at) {
    return path.length() > at + 1
        && path.charAt(at + 1) == ':'
        && Character.toString(path.charAt(at)).toLowerCase(Locale.ROOT).matches("[a-z]");
  }

  private static String normalize(String path) {
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  private static String stripSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Optional<URI> file(URI like, String path) {
    try {
      String authority = like.getAuthority();
      return Optional.of(new URI("file", authority == null ? "" : authority, path, null, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
