package dev.envlens.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Programs of the machine. */
final class Program {

  private Program() {}

  /** Where {@code name} is. */
  static Path find(String name) {
    return Stream.concat(
            Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":")),
            Stream.of("/usr/sbin", "/sbin", "/usr/bin", "/bin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new TestAbortedException(
                    "skipped: the program '%s' isn't installed; ./verify installs it"
                        .formatted(name)));
  }

  /** Runs a command to its end and gives back what it printed, both streams together. */
  static String run(Map<String, String> variables, List<String> command) {
    try {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(variables);
      var process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new AssertionError("%s ended with %d:%n%s".formatted(command, status, output));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
