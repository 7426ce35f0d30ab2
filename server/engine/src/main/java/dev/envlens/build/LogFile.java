package dev.envlens.build;

import dev.envlens.check.Secrets;
import dev.envlens.progress.Progress;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * What a build prints: put together to lines, secrets masked, kept in a file and passed on to who
 * watches. Any thread may write.
 */
final class LogFile implements AutoCloseable {

  private static final int TAIL_LINES = 40;

  /** What moves a terminal's cursor or colours it. */
  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;?]*[A-Za-z]");

  private final Path file;
  private final BufferedWriter writer;
  private final Progress progress;
  private final Consumer<String> lines;
  private final StringBuilder unfinished = new StringBuilder();
  private final Deque<String> tail = new ArrayDeque<>();

  private LogFile(Path file, BufferedWriter writer, Progress progress, Consumer<String> lines) {
    this.file = file;
    this.writer = writer;
    this.progress = progress;
    this.lines = lines;
  }

  /**
   * @param file that is not there yet
   * @param lines is shown every line, as it is kept
   * @throws BuildRefused when it can't be made
   */
  static LogFile open(Path file, Progress progress, Consumer<String> lines) {
    try {
      Files.createDirectories(file.getParent());
      var writer =
          Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      return new LogFile(file, writer, progress, lines);
    } catch (IOException e) {
      throw unusable(file.getParent(), e);
    }
  }

  /** Why nothing can be built where {@code folder} can't be written to. */
  static BuildRefused unusable(Path folder, IOException fault) {
    String why =
        fault instanceof AccessDeniedException
            ? "permission is missing"
            : fault instanceof FileSystemException named && named.getReason() != null
                ? named.getReason().toLowerCase(Locale.ROOT)
                : "it can't be made";
    return new BuildRefused(
        "Can't keep the build's log and lock in %s: %s. Mend that, or name another data folder by ENVLENS_DATA."
            .formatted(folder, why));
  }

  Path file() {
    return file;
  }

  /** Takes what was printed, which need not end where a line does. */
  synchronized void print(String piece) {
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n' || c == '\r') {
        finish();
      } else {
        unfinished.append(c);
      }
    }
  }

  private void finish() {
    if (unfinished.isEmpty()) {
      return;
    }
    String line = Secrets.mask(ESCAPES.matcher(unfinished).replaceAll("")).stripTrailing();
    unfinished.setLength(0);
    if (line.isEmpty()) {
      return;
    }
    try {
      writer.write(line);
      writer.newLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tail.addLast(line);
    if (tail.size() > TAIL_LINES) {
      tail.removeFirst();
    }
    lines.accept(line);
    progress.line(line);
  }

  synchronized List<String> tail() {
    return List.copyOf(tail);
  }

  @Override
  public synchronized void close() {
    finish();
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
