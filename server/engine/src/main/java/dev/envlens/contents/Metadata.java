package dev.envlens.contents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Files of headers, {@code Key: value}: the metadata of Python distributions (core metadata
 * specifications) and dpkg's status (deb-control).
 */
final class Metadata {

  /** A longer line is cut: no name and no version is. */
  private static final int LONGEST = 1000;

  /** A package's name and version. */
  record Named(String name, String version) {}

  private Metadata() {}

  /** What a Python distribution's headers call it; empty where they don't. */
  static Optional<Named> named(InputStream content) {
    var headers = new Headers();
    // The headers end at the first empty line; the description follows.
    lines(content, line -> !line.isEmpty() && headers.add(line));
    return headers.named();
  }

  /** The packages that are installed, by a status file of dpkg's. */
  static List<Named> installed(InputStream content) {
    List<Named> found = new ArrayList<>();
    var state = new Headers[] {new Headers()};
    lines(
        content,
        line -> {
          if (line.isEmpty()) {
            state[0].installed().ifPresent(found::add);
            state[0] = new Headers();
            return true;
          }
          return state[0].add(line);
        });
    state[0].installed().ifPresent(found::add);
    return found;
  }

  /** What {@code os-release} calls the system. */
  static Optional<String> osName(InputStream content) {
    List<String> names = new ArrayList<>();
    lines(
        content,
        line -> {
          if (line.startsWith("PRETTY_NAME=")) {
            names.add(line.substring("PRETTY_NAME=".length()).replace("\"", ""));
          }
          return true;
        });
    return names.stream().findFirst();
  }

  static String firstLine(InputStream content) {
    var first = new StringBuilder();
    lines(
        content,
        line -> {
          first.append(line.strip());
          return false;
        });
    return first.toString();
  }

  private static final class Headers {
    private String name = "";
    private String version = "";
    private String status = "";

    boolean add(String line) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String value = line.substring(colon + 1).strip();
        switch (line.substring(0, colon)) {
          case "Name", "Package" -> name = value;
          case "Version" -> version = value;
          case "Status" -> status = value;
          default -> {}
        }
      }
      return true;
    }

    Optional<Named> named() {
      return name.isEmpty() || version.isEmpty()
          ? Optional.empty()
          : Optional.of(new Named(name, version));
    }

    /** Images without dpkg itself leave the status out. */
    Optional<Named> installed() {
      return status.isEmpty() || status.endsWith(" installed") ? named() : Optional.empty();
    }
  }

  /** Shows each line to {@code wanted} until that says that it wants no more. */
  private static void lines(InputStream content, Predicate<String> wanted) {
    try {
      var line = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      int length = content.read(buffer);
      while (length >= 0) {
        for (int i = 0; i < length; i++) {
          if (buffer[i] != '\n') {
            if (line.size() < LONGEST) {
              line.write(buffer[i]);
            }
          } else if (wanted.test(text(line))) {
            line.reset();
          } else {
            return;
          }
        }
        length = content.read(buffer);
      }
      if (line.size() > 0) {
        var unused = wanted.test(text(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
