package dev.envlens.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds in a process of its own. */
final class OtherProcess {

  private OtherProcess() {}

  /**
   * Builds one definition.
   *
   * @param arguments the bench's folder, the engine's address, the definition
   */
  public static void main(String[] arguments) {
    try (var bench = new Bench(Path.of(arguments[0]), Map.of("DOCKER_HOST", arguments[1]))) {
      System.out.println("result " + bench.build(arguments[2]).outcome());
    }
  }

  static Process start(Path folder, String host, String definition) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                folder.toString(),
                host,
                definition))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The outcome, once it has ended. */
  static String outcome(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith("result "))
        .map(line -> line.substring("result ".length()))
        .findFirst()
        .orElse("");
  }
}
