package dev.envlens.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs in conda environments. A script stands in for conda; files and processes are real. */
class CondaRunsTest {

  /** Stands in for conda: keeps what it is told to make, and runs what it is told to run. */
  private static final String STAND_IN =
      """
      #!/bin/sh
      if [ "$1 $2" = "env create" ]; then
        test "$3" = --prefix && test "$5" = --file || exit 9
        echo "making it"
        grep -q broken "$6" && { echo "no such package" >&2; mkdir -p "$4"; exit 3; }
        mkdir -p "$4/bin" && cp "$6" "$4/made-of.yml"
        echo made >> "$(dirname "$4")/count"
        exit
      fi
      test "$1 $2 $3" = "run --no-capture-output --prefix" || exit 9
      PREFIX=$4
      export PREFIX
      shift 4
      exec "$@"
      """;

  private static final String ENVIRONMENT =
      """
      name: train
      image: a/b:1
      conda_file:
        name: ignored
        channels: [conda-forge]
        dependencies: [python=3.10, pip, {pip: [-r requirements.txt]}]
        variables: {A: b}
      """;

  @TempDir Path folder;
  private Path programs;

  @BeforeEach
  void standIn() throws IOException {
    programs = Files.createDirectory(folder.resolve("programs"));
    Path conda = Files.writeString(programs.resolve("conda"), STAND_IN);
    assertTrue(conda.toFile().setExecutable(true));
  }

  private Bench bench() {
    return new Bench(folder, "unix:///nowhere", programs.toString())
        .file("environment.yml", ENVIRONMENT)
        .file("requirements.txt", "numpy==1.26.4\n");
  }

  @Test
  void theEnvironmentIsMadeOnceAndUsedAgain() throws IOException {
    try (var bench = bench()) {
      var ran = bench.conda("environment.yml", "sh", "-c", "cat \"$PREFIX/made-of.yml\"; exit 3");
      assertEquals(3, ran.status());
      assertEquals(
          "{\"channels\":[\"conda-forge\"],\"dependencies\":[\"python=3.10\",\"pip\","
              + "{\"pip\":[\"-r requirements.txt\"]}],\"variables\":{\"A\":\"b\"}}",
          ran.out());
      assertEquals(folder + "\n", bench.conda("environment.yml", "pwd").out());
      assertEquals("made\n", bench.text(".user/conda/count"));
      assertEquals("conda", ran.record().what().place());
      assertEquals(Optional.empty(), ran.record().what().image());
    }
  }

  @Test
  void inputAndBothOutputsArePassedOn() {
    try (var bench = bench()) {
      var ran =
          bench.run(
              "environment.yml", true, "in\n", new Stopping(), "sh", "-c", "cat; echo bad >&2");
      assertEquals("in\n", ran.out());
      assertEquals("bad\n", ran.err());
    }
  }

  @Test
  void oneThatCouldNotBeMadeIsMadeAnewNextTime() throws IOException {
    try (var bench = bench()) {
      bench.file("environment.yml", ENVIRONMENT.replace("python=3.10", "broken"));
      var fault = assertThrows(RunFault.class, () -> bench.conda("environment.yml", "true"));
      assertTrue(fault.getMessage().contains("ended with status 3"), fault.getMessage());
      try (var left = Files.list(folder.resolve(".user/conda"))) {
        assertTrue(left.allMatch(path -> path.toString().endsWith(".lock")));
      }
    }
  }

  @Test
  void withoutCondaThatIsSaid() {
    try (var bench = new Bench(folder, "unix:///nowhere", "/nowhere")) {
      bench.file("environment.yml", ENVIRONMENT).file("requirements.txt", "");
      var fault = assertThrows(RunFault.class, () -> bench.conda("environment.yml", "true"));
      assertTrue(fault.getMessage().startsWith("Neither micromamba nor"), fault.getMessage());
    }
  }

  @Test
  void aDefinitionWithoutCondaHasNoSuchEnvironment() {
    try (var bench = bench()) {
      bench.file("environment.yml", "name: train\nimage: a/b:1\n");
      var fault = assertThrows(RunFault.class, () -> bench.conda("environment.yml", "true"));
      assertTrue(fault.getMessage().contains("no conda definition"), fault.getMessage());
    }
  }
}
