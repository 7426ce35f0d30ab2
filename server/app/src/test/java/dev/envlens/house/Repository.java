package dev.envlens.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that belong to the project: those that git tracks, and new ones that it doesn't ignore,
 * so that a fault shows before it is committed.
 */
record Repository(Path root, List<Source> files) {

  /** A text file; {@code path} is relative to the root, with {@code /} between parts. */
  record Source(String path, String text) {

    /** The places where {@code pattern} is found, as {@code path:line: what}. */
    List<String> find(Pattern pattern) {
      return pattern
          .matcher(text)
          .results()
          .map(found -> "%s:%d: %s".formatted(path, line(found.start()), found.group().strip()))
          .toList();
    }

    private long line(int offset) {
      return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
  }

  static Repository read() {
    var root = Path.of(System.getProperty("envlens.root"));
    var files = list(root).flatMap(path -> read(root, path).stream()).toList();
    return new Repository(root, files);
  }

  Stream<Source> matching(String glob) {
    var matcher = root.getFileSystem().getPathMatcher("glob:" + glob);
    return files.stream().filter(file -> matcher.matches(Path.of(file.path())));
  }

  String text(String path) {
    return files.stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is missing"))
        .text();
  }

  private static Stream<String> list(Path root) {
    // A build server may check out as another user than it builds as; git then refuses to look.
    var git =
        new ProcessBuilder(
                "git",
                "-c",
                "safe.directory=*",
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard",
                "--deduplicate")
            .directory(root.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      var process = git.start();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError("git ls-files failed");
      }
      return Stream.of(output.split("\0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Empty for what is no text, and for a file that was deleted and is still in git's index. */
  private static Optional<Source> read(Path root, String path) {
    var file = root.resolve(path);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      var text = Files.readString(file);
      return Optional.of(new Source(path, text)).filter(source -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
