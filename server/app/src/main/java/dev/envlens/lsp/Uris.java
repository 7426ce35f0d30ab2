package dev.envlens.lsp;

import dev.envlens.files.FileUris;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Editors spell the URI of one file in several ways ({@code file:///c%3A/x}, {@code file:///C:/x}).
 * Within the server each has one spelling; what is said of an open document is said under the
 * spelling that it was opened with.
 */
final class Uris {

  private final Map<URI, String> spellings = new ConcurrentHashMap<>();

  /** The server's spelling of what the editor calls {@code spelled}. */
  URI fromClient(String spelled) {
    return normalize(spelled);
  }

  /** The same for a document that is being opened; its spelling is kept until it is closed. */
  URI opened(String spelled) {
    var uri = normalize(spelled);
    spellings.put(uri, spelled);
    return uri;
  }

  void closed(URI uri) {
    spellings.remove(uri);
  }

  String toClient(URI uri) {
    var spelled = spellings.get(uri);
    return spelled != null ? spelled : encoded(uri.toString());
  }

  static URI normalize(String spelled) {
    try {
      return FileUris.normalize(new URI(spelled.replace(" ", "%20")));
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

  /** Percent-encoded byte by byte: {@link URI#toASCIIString} would compose decomposed letters. */
  private static String encoded(String uri) {
    var result = new StringBuilder();
    for (byte unit : uri.getBytes(StandardCharsets.UTF_8)) {
      if (unit >= 0) {
        result.append((char) unit);
      } else {
        result.append("%%%02X".formatted(unit & 0xFF));
      }
    }
    return result.toString();
  }
}
