package dev.envlens.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Resolves the paths that definitions write, by their text alone.
 *
 * <p>A path with a drive ({@code C:/x}) is one of Windows, wherever it is read. A base below a
 * drive ({@code file:///c:/x}) or on another host ({@code file://server/share/x}) is one of
 * Windows: there, {@code \} separates too, a drive's letter is written in lower case, and {@code
 * ..} leads no higher than the drive or the share.
 */
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
    if (!isFile(folder)) {
      return Optional.empty();
    }
    boolean windows = isWindows(folder);
    String slashed = path.replace('\\', '/');
    String written = windows || isDrive(slashed, 0) ? slashed : path;
    if (windows && written.startsWith("//")) {
      return onAnotherHost(written);
    }
    String plain = written.startsWith(FILE) ? withoutFileScheme(written) : written;
    if (isDrive(plain, windows && plain.startsWith("/") ? 1 : 0)) {
      return file("", normalize("/" + plain, true));
    }
    return file(folder.getAuthority(), normalize(absolute(folder, plain, windows), windows));
  }

  private static String absolute(URI folder, String path, boolean windows) {
    if (!path.startsWith("/")) {
      return folder.getPath() + "/" + path;
    }
    return windows ? root(folder) + path : path;
  }

  /** The drive or share that {@code folder} is on, as a path. */
  private static String root(URI folder) {
    String path = folder.getPath();
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }

  private static Optional<URI> onAnotherHost(String path) {
    int end = path.indexOf('/', 2);
    return end <= 2
        ? Optional.empty()
        : file(path.substring(2, end), normalize(path.substring(end), true));
  }

  /** The folder that holds {@code file}. */
  public static Optional<URI> folder(URI file) {
    if (!isFile(file)) {
      return Optional.empty();
    }
    String path = file.getPath();
    int slash = path.lastIndexOf('/');
    return slash < 0
        ? Optional.empty()
        : file(file.getAuthority(), slash == 0 ? "/" : path.substring(0, slash));
  }

  /** Whether {@code file} is {@code folder} or lies below it. */
  public static boolean isWithin(URI folder, URI file) {
    if (!isFile(folder) || !isFile(file) || !host(folder).equals(host(file))) {
      return false;
    }
    String outer = stripSlash(folder.getPath());
    String inner = stripSlash(file.getPath());
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }

  /**
   * {@code file} as seen from {@code folder}, with {@code ..} where it lies outside; all of its
   * path where no way leads from one to the other, as between two drives.
   */
  public static String relative(URI folder, URI file) {
    String[] from = stripSlash(folder.getPath()).split("/", -1);
    String[] to = stripSlash(file.getPath()).split("/", -1);
    int common = 0;
    while (common < from.length && common < to.length && from[common].equals(to[common])) {
      common++;
    }
    if (!host(folder).equals(host(file))) {
      return "//" + host(file) + file.getPath();
    }
    if (common < 2 && isDrive(file.getPath(), 1)) {
      return file.getPath().substring(1);
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

  private static boolean isFile(URI uri) {
    return "file".equalsIgnoreCase(uri.getScheme()) && uri.getPath() != null;
  }

  private static boolean isWindows(URI folder) {
    return isDrive(folder.getPath(), 1) || !host(folder).isEmpty();
  }

  private static String host(URI uri) {
    String host = uri.getAuthority();
    return host == null || host.equalsIgnoreCase("localhost") ? "" : host;
  }

  private static String withoutFileScheme(String path) {
    String rest = path.substring(FILE.length());
    return rest.startsWith("//") ? rest.substring(2) : rest;
  }

  /** Whether a drive such as {@code c:} stands at {@code at}, as a part of its own. */
  private static boolean isDrive(String path, int at) {
    return path.length() > at + 1
        && path.charAt(at + 1) == ':'
        && isLetter(path.charAt(at))
        && (path.length() == at + 2 || path.charAt(at + 2) == '/');
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String normalize(String path, boolean windows) {
    var parts = new ArrayDeque<String>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (!windows || parts.size() > 1) {
          parts.pollLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    String result = "/" + String.join("/", parts);
    return windows && isDrive(result, 1)
        ? "/" + Character.toLowerCase(result.charAt(1)) + result.substring(2)
        : result;
  }

  private static String stripSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Optional<URI> file(String authority, String path) {
    try {
      return Optional.of(new URI("file", authority == null ? "" : authority, path, null, null));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
