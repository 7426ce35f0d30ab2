package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tour in the README prints what it shows, against a real engine. Only what no test can have is
 * a stand-in: the base image, and the conda in it.
 */
class TourTest {

  private static final Path ROOT = Path.of(System.getProperty("envlens.root"));
  private static final String BASE =
      "mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu22.04:20240908.v1";

  /**
   * A stand-in for conda: it notes what the file asks for as installed, and makes a stand-in for
   * python that prints the version of what a script imports.
   */
  private static final String CONDA =
      """
      #!/bin/sh
      [ "$1 $2" = 'env create' ] || exit 0
      mkdir -p "$4/conda-meta" "$4/bin"
      sed -n '/^dependencies/,$ s/^ *- "*\\([a-z]*\\)=*\\([0-9.]*\\).*/\\1 \\2/p' "$6" |
      while read -r name version; do
        version=${version:-2.2.6}
        echo "{\\"name\\": \\"$name\\", \\"version\\": \\"$version\\"}" \
          > "$4/conda-meta/$name-$version-0.json"
      done
      cat > "$4/bin/python" <<'PYTHON'
      #!/bin/sh
      name=$(sed -n 's/^import //p' "$1")
      version=$(sed -n 's/.*"version": "\\([^"]*\\)".*/\\1/p' "${0%/bin/*}/conda-meta/$name"-*.json)
      echo "$name $version"
      PYTHON
      chmod +x "$4/bin/python"
      """;

  /** What differs from one time and machine to the next. */
  private static final Pattern PASSING =
      Pattern.compile(
          "sha256:([0-9a-f]{64}|…)|\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d(:\\d\\d| [A-Z]+)|[\\d.]+ (ms|s|min|[KMG]B)\\b *");

  @TempDir private Path folder;

  private record Step(String command, String output) {}

  private static List<Step> tour() throws IOException {
    var block =
        Stream.of(Files.readString(ROOT.resolve("README.md")).split("(?m)^```\\w*$", -1))
            .filter(text -> text.startsWith("\n$ cp -r docs/examples/tour "))
            .findFirst()
            .orElseThrow();
    List<Step> steps = new ArrayList<>();
    for (String part : block.split("(?m)^\\$ ", -1)) {
      int end = part.indexOf('\n');
      if (part.startsWith("envlens ")) {
        steps.add(new Step(part.substring(0, end), part.substring(end + 1).strip()));
      }
    }
    return steps;
  }

  @Test
  void printsWhatItShows() throws IOException {
    DockerEngine.shared().base(BASE, Map.of("/usr/bin/conda", CONDA));
    for (String name : List.of("environment.yml", "conda.yml", "train.py")) {
      Files.copy(ROOT.resolve("docs/examples/tour").resolve(name), folder.resolve(name));
    }
    var desk = new Desk(folder).with("DOCKER_HOST", DockerEngine.shared().host());
    var steps = tour();
    assertEquals(10, steps.size(), "in ten lines");
    for (Step step : steps) {
      var answer = desk.run(step.command().substring("envlens ".length()).split(" ", -1));
      String printed = answer.out().strip();
      assertTrue(
          shown(step.output()).matcher(lasting(printed)).matches(),
          () -> step.command() + " printed\n" + printed + "\n" + answer.err());
    }
  }

  private static String lasting(String text) {
    return PASSING.matcher(text).replaceAll("‹passing›");
  }

  /** {@code …} stands for any text in a line, on a line of its own for any lines. */
  private static Pattern shown(String output) {
    return Pattern.compile(
        lasting(output)
            .lines()
            .map(
                line ->
                    line.equals("…")
                        ? "(?s:.*)"
                        : Stream.of(line.split("…", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*")))
            .collect(Collectors.joining("\n")));
  }
}
