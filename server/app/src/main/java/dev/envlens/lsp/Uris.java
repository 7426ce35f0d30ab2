package dev.envlens.lsp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Editors spell the URI of one file in several ways ({@code file:///c%3A/x}, {@code file:///C:/x}).
 * Within the server each has one spelling; on the way out, the editor's own is used again.
 */
final class Uris {

  private final Map<URI, String> spellings = new ConcurrentHashMap<>();

  /** The server's spelling of what the editor calls {@code spelled}. */
  URI fromClient(String spelled) {
    var uri = normalize(spelled);
    spellings.put(uri, spelled);
    return uri;
  }

  String toClient(URI uri) {
    return spellings.getOrDefault(uri, uri.toASCIIString());
  }

  static URI normalize(String spelled) {
    try {
      var uri = new URI(spelled);
      if (!"file".equalsIgnoreCase(uri.getScheme()) || uri.getPath() == null) {
        return uri;
      }
      String path = uri.getPath();
      if (path.matches("/[A-Z]:.*")) {
        path = "/" + Character.toLowerCase(path.charAt(1)) + path.substring(2);
      }
      String authority = uri.getAuthority() == null ? "" : uri.getAuthority();
      return new URI("file", authority, path, null, null);
    } catch (URISyntaxException e) {
      return opaque(spelled);
    }
  }

  /** Something that is no URI still names one document. */
  private static URI opaque(String spelled) {
    try {
      return new URI("invalid", spelled, null);
    } catch (URISyntaxException e) {
      return URI.create("invalid:" + Integer.toHexString(spelled.hashCode()));
    }
  }
}
