package dev.envlens.files;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Between {@code file:} URIs, in any of the forms that editors write, and paths of this machine.
 */
public final class FileUris {

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

  /** What stands for bytes that are no UTF-8. */
  private static final char NO_LETTER = '\uFFFD';

  private FileUris() {}

  /**
   * The path that {@code uri} names on this machine; empty for another scheme ({@code untitled:}),
   * another host, or what can be no path.
   */
  public static Optional<Path> toPath(URI uri) {
    try {
      return java.io.File.separatorChar == '\\'
          ? windowsPath(uri).map(Path::of)
          : unixUri(uri).map(Path::of);
    } catch (IllegalArgumentException | FileSystemNotFoundException noPath) {
      return Optional.empty();
    }
  }

  /**
   * The URI of {@code path}, made absolute, in the spelling of {@link #normalize}. A folder that
   * exists ends in {@code /}.
   */
  public static URI of(Path path) {
    return normalize(path.toAbsolutePath().normalize().toUri());
  }

  /**
   * {@code uri} in the one spelling that is compared, whoever wrote it: letters beyond ASCII as
   * they are, a drive in lower case. What is no file stays as it is; so does a name that is no
   * UTF-8, which has no other spelling.
   */
  public static URI normalize(URI uri) {
    if (!"file".equalsIgnoreCase(uri.getScheme())
        || uri.getPath() == null
        || uri.getPath().indexOf(NO_LETTER) >= 0) {
      return uri;
    }
    String path = uri.getPath();
    boolean drive = path.length() > 2 && DRIVE.matcher(path.substring(1, 3)).matches();
    String spelled = drive ? "/" + Character.toLowerCase(path.charAt(1)) + path.substring(2) : path;
    try {
      String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
      return new URI("file", authority, spelled, null, null);
    } catch (URISyntaxException e) {
      return uri;
    }
  }

  /**
   * The Windows path of {@code file:///c%3A/x}, {@code file:///C:/x}, {@code file://C:/x} or {@code
   * file://server/share/x}.
   */
  static Optional<String> windowsPath(URI uri) {
    if (!isFile(uri)) {
      return Optional.empty();
    }
    String path = uri.getPath().replace('/', '\\');
    String host = host(uri);
    if (DRIVE.matcher(host).matches()) {
      return Optional.of(host + path);
    }
    if (!host.isEmpty()) {
      return Optional.of("\\\\" + host + path);
    }
    boolean drive = path.length() >= 3 && DRIVE.matcher(path.substring(1, 3)).matches();
    if (!drive) {
      return Optional.of(path);
    }
    return Optional.of(path.length() == 3 ? path.substring(1) + "\\" : path.substring(1));
  }

  /** {@code uri} in the one form that Java takes, which keeps the bytes of a name as they are. */
  static Optional<URI> unixUri(URI uri) {
    return isFile(uri) && host(uri).isEmpty()
        ? Optional.of(URI.create("file://" + escaped(uri.getRawPath())))
        : Optional.empty();
  }

  private static boolean isFile(URI uri) {
    return "file".equalsIgnoreCase(uri.getScheme())
        && uri.getRawPath() != null
        && uri.getRawPath().startsWith("/");
  }

  private static String host(URI uri) {
    String host = uri.getRawAuthority();
    return host == null || host.equalsIgnoreCase("localhost") ? "" : host;
  }

  /** URI.toASCIIString would compose letters and accents, and so name another file. */
  private static String escaped(String rawPath) {
    StringBuilder escaped = new StringBuilder(rawPath.length());
    for (byte b : rawPath.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0) {
        escaped.append((char) b);
      } else {
        escaped.append('%').append(String.format("%02X", b));
      }
    }
    return escaped.toString();
  }
}
