package dev.envlens.files;

import java.net.URI;
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

  /** The URI of {@code path}, made absolute. A folder that exists ends in {@code /}. */
  public static URI of(Path path) {
    return path.toAbsolutePath().normalize().toUri();
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
