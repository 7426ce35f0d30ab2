package dev.envlens.buildlog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.link.MemoryFiles;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Logs in the style of the real tools stand in folders named after the kind of problem that they
 * tell of; those called {@code not-KIND} nearly tell of that one.
 */
class BuildLogTest {

  private static final String PLAIN = "name: train\nimage: python:3.11\n";

  static Stream<String> logs() {
    try (var files = Files.walk(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .map(file -> folder().relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Path.of(BuildLogTest.class.getResource("pip-failed").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> log(String path) {
    try {
      return Files.readAllLines(folder().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BuildProblem problem(Iterable<String> lines, String environment) {
    return problem(lines, Map.of("environment.yml", environment));
  }

  private static BuildProblem problem(Iterable<String> lines, Map<String, String> files) {
    var memory = new MemoryFiles();
    files.forEach(memory::with);
    var source =
        new Source(MemoryFiles.uri("environment.yml"), Yaml.parse(files.get("environment.yml")));
    return BuildLog.problem(lines, Contents.of(source, memory).definitions().get(0));
  }

  @ParameterizedTest
  @MethodSource("logs")
  void tellsTheKindOfProblem(String path) {
    String kind = path.substring(0, path.indexOf('/'));
    var problem = problem(log(path), PLAIN);
    assertEquals(kind, problem.kind().word(), () -> problem + "");
    assertTrue(problem.message().endsWith("."), problem.message());
    assertFalse(problem.message().contains("''"), problem.message());
    assertFalse(problem.tail().isEmpty());
  }

  @Test
  void everyKindHasALogAndOneThatNearlyIs() {
    var paths = logs().toList();
    for (var kind : Kind.values()) {
      if (kind != Kind.UNRECOGNIZED) {
        String word = kind.word();
        assertTrue(paths.stream().anyMatch(path -> path.startsWith(word + "/")), word);
        assertTrue(paths.stream().anyMatch(path -> path.endsWith("/not-" + word + ".txt")), word);
      }
    }
  }

  /** What is at fault stands between marks, in whichever file. */
  private static void blames(String log, String... marked) {
    var texts = new LinkedHashMap<String, String>();
    Place expected = null;
    for (int i = 0; i < marked.length; i += 2) {
      String text = marked[i + 1];
      int open = text.indexOf('«');
      int close = text.indexOf('»') - 1;
      if (open >= 0) {
        expected = new Place(MemoryFiles.uri(marked[i]), new TextRange(open, close));
      }
      texts.put(marked[i], text.replace("«", "").replace("»", ""));
    }
    var problem = problem(log(log), texts);
    assertEquals(expected, problem.place(), () -> problem + "");
    assertEquals(problem.place(), problem.finding().place());
    assertEquals("build-failed", problem.finding().code());
  }

  @Test
  void theCondaDependencyIsAtFault() {
    blames(
        "conda-package-not-found/libmamba.txt",
        "environment.yml",
        "name: a\nimage: b:1\nconda_file: conda.yml\n",
        "conda.yml",
        "channels: [c]\ndependencies:\n  - python=3.11\n  - «numpyy=1.26»\n");
    blames(
        "bad-conda-spec/match.txt",
        "environment.yml",
        "name: a\nimage: b:1\nconda_file: {channels: [c], dependencies: [«numpy===»]}\n");
    blames(
        "incompatible-python/libmamba.txt",
        "environment.yml",
        "name: a\nimage: b:1\nconda_file: {dependencies: [python=3.12, «tensorflow=2.4»]}\n");
    blames(
        "conda-timeout/conda.txt",
        "environment.yml",
        "name: a\nimage: b:1\nconda_file: {«dependencies»: [python=3.12]}\n");
  }

  @Test
  void thePipRequirementIsAtFault() {
    for (var log : List.of("old", "new", "conda-pip")) {
      blames(
          "no-matching-distribution/" + log + ".txt",
          "environment.yml",
          "name: a\nimage: b:1\nconda_file: {dependencies: [pip, {pip: [numpy, «azureml_defaults==99.0»]}]}\n");
    }
    blames(
        "missing-module/pip.txt",
        "environment.yml",
        "name: a\nimage: b:1\nconda_file: {dependencies: [pip, {pip: [torch, «flash-attn==2.5.0»]}]}\n");
    blames(
        "no-matching-distribution/new.txt",
        "environment.yml",
        "name: a\nbuild: {path: context}\n",
        "context/Dockerfile",
        "FROM python:3.11\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\n",
        "context/requirements.txt",
        "numpy==1.26.4\n«azureml-defaults==99.0»  # old\n");
  }

  @Test
  void theInstructionIsAtFault() {
    blames(
        "missing-command/dash.txt",
        "environment.yml",
        "name: a\nbuild: {path: context}\n",
        "context/Dockerfile",
        "FROM python:3.11\n«RUN git clone \\\n  https://github.com/example/code»\nRUN true\n");
    blames(
        "bare-redirection/bash.txt",
        "environment.yml",
        "name: a\nbuild: {path: context}\n",
        "context/Dockerfile",
        "FROM python:3.11\nRUN true\nRUN pip install «numpy<1.27»\n");
    blames(
        "image-not-found/buildkit.txt",
        "environment.yml",
        "name: a\nbuild: {path: context}\n",
        "context/Dockerfile",
        "FROM alpine:3 AS tools\nFROM «python:3.99»\n");
  }

  @Test
  void theImageIsAtFault() {
    blames(
        "image-path/classic.txt",
        "environment.yml",
        "name: a\nimage: «mcr.microsoft.com/azurem/openmpi4.1.0-ubuntu22.04:20240418.v1»\n");
    blames("conda-not-installed/dash.txt", "environment.yml", "name: a\nimage: '«b:1»'\n");
  }

  @Test
  void aRedirectionThatTheShellTookSilentlyIsSeenInTheDockerfile() {
    var problem =
        problem(
            List.of(
                "Step 2/2 : RUN pip install numpy>=1.2",
                "nothing to say",
                "The command '/bin/sh -c pip install numpy>=1.2' returned a non-zero code: 1"),
            Map.of(
                "environment.yml",
                "name: a\nbuild: {path: c}\n",
                "c/Dockerfile",
                "FROM a:1\nRUN pip install numpy>=1.2\n"));
    assertEquals(Kind.BARE_REDIRECTION, problem.kind());
  }

  @Test
  void saysItInWords() {
    assertEquals(
        "conda found 'numpyy=1.26' in none of the channels. Check name and version, add the channel that has it, or list it under pip.",
        problem(log("conda-package-not-found/classic.txt"), PLAIN).message());
    assertEquals(
        "The registry 'myregistry.azurecr.io' could not be reached. Check its name, the network and a proxy or firewall between, then build again.",
        problem(log("registry-unreachable/classic.txt"), PLAIN).message());
  }

  @Test
  void whatIsNotRecognizedShowsTheLastLinesWithoutSecrets() {
    var lines =
        Stream.concat(
                Stream.iterate(1, i -> i + 1).limit(100).map(i -> "line " + i),
                Stream.of("get https://me:s3cr3t-t0ken@example.org/x", "broken"))
            .toList();
    var problem = problem(lines, PLAIN);
    assertEquals(Kind.UNRECOGNIZED, problem.kind());
    assertEquals(StepLog.TAIL, problem.tail().size());
    assertEquals("broken", problem.tail().get(StepLog.TAIL - 1));
    assertEquals("get https://me:***@example.org/x", problem.tail().get(StepLog.TAIL - 2));
    assertFalse(problem.toString().contains("s3cr3t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[31mERROR: No matching distribution found for nimpy\u001b[0m",
        "10%|#    |\r100%|#####|\rERROR: No matching distribution found for nimpy\r",
        "#7 1.234 ERROR: No matching distribution found for nimpy"
      })
  void terminalCodesAndProgressBarsAreLeftOut(String line) {
    var problem = problem(List.of(line), PLAIN);
    assertEquals(Kind.NO_MATCHING_DISTRIBUTION, problem.kind());
    if (!line.startsWith("#")) {
      assertEquals(List.of("ERROR: No matching distribution found for nimpy"), problem.tail());
    }
  }

  /** 40 MB, among them lines of 1 MB and bars that never end a line. */
  @Test
  void aHugeLogIsNoBurden() {
    var log = new BuildLog();
    String wide = "ERROR: HTTPSConnectionPool ".repeat(40_000);
    String bar = "50% \r".repeat(200_000);
    long start = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      log.add(wide);
      log.add(bar);
    }
    for (int i = 0; i < 2_000; i++) {
      log.add("#" + i + " [x 1/2] RUN something");
      log.add("#" + i + " 0.1 Collecting package" + i);
    }
    for (int i = 0; i < 100_000; i++) {
      log.add("#7 0.1 Downloading part " + i + " of something that takes long to download");
    }
    log.add("#7 ERROR: process did not complete successfully: exit code: 1");
    var contents =
        Contents.of(
            new Source(MemoryFiles.uri("environment.yml"), Yaml.parse(PLAIN)), new MemoryFiles());
    var problem = log.problem(contents.definitions().get(0));
    assertTrue(System.nanoTime() - start < 20_000_000_000L, "takes too long");
    assertEquals(StepLog.TAIL, problem.tail().size());
    assertTrue(
        problem.tail().stream().allMatch(line -> line.length() < 1000),
        () -> Arrays.toString(problem.tail().toArray()));
  }
}
