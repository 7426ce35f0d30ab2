package dev.envlens.files;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The names of files as text, whatever the locale of this process. */
final class FileNames {

  /** By the UTF-8 bytes, which is the order of the code points and not that of Java's strings. */
  static final Comparator<String> UTF_8_ORDER = FileNames::compare;

  private FileNames() {}

  /** The last part of {@code path}; empty when its bytes are not UTF-8. */
  static Optional<String> of(Path path) {
    Path last = path.getFileName();
    String name = last == null ? "" : last.toString();
    // In a locale without UTF-8, Java shows what it can't decode like this; a URI keeps the bytes.
    return name.indexOf('\uFFFD') < 0 ? Optional.of(name) : fromBytes(path);
  }

  /** {@code path} with {@code /} between its parts. Parts that are not UTF-8 are left as shown. */
  static String slashed(Path path) {
    String parts =
        StreamSupport.stream(path.spliterator(), false)
            .map(part -> of(part).orElseGet(part::toString))
            .collect(Collectors.joining("/"));
    if (!path.isAbsolute()) {
      return parts;
    }
    String root = path.getRoot().toString().replace('\\', '/');
    return (root.endsWith("/") ? root : root + "/") + parts;
  }

  private static int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Halves of code points beyond U+FFFF come last, not among those before. */
  private static int rank(char c) {
    return Character.isSurrogate(c) ? c + 0x10000 : c;
  }

  private static Optional<String> fromBytes(Path path) {
    String raw = path.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String escaped = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(unescaped(escaped)))
              .toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  private static byte[] unescaped(String escaped) {
    ByteBuffer bytes = ByteBuffer.allocate(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '%') {
        bytes.put((byte) Integer.parseInt(escaped, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.put((byte) escaped.charAt(i));
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
