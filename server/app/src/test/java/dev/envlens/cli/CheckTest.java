package dev.envlens.cli;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CheckTest {

  private static final String JOB =
      """
      $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
      type: pipeline
      jobs:
        one:
          type: command
          command: python train.py
          environment: &it
            image: python@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8
        two:
          type: command
          command: python train.py
          environment: *it
        three:
          type: command
          command: python train.py
          environment: azureml:train:1
      """;

  private static final String V1 =
      """
      {"name": "old", "python": {"userManagedDependencies": true, "interpreterPath": "python"},
       "docker": {"baseImage": "python:3.11.9"}}
      """;

  @TempDir private Path folder;

  @Test
  void saysWhatIsWrongForPeople() {
    var answer = desk().file("env/environment.yml", Desk.FLOATING).run("check").exits(0);
    assertTrue(
        answer.out().startsWith("env/environment.yml:3:8: warning[floating-image]: "),
        answer.out());
    assertTrue(
        answer.out().contains("\n3 | image: python:latest\n  |        ^^^^^^^^^^^^^\n"),
        answer.out());
    assertTrue(
        answer.out().endsWith("\n\n1 warning in 1 of 1 file, 1 environment.\n"), answer.out());
    assertEquals("", answer.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:../env/environment.yml", "azureml:train:1", "azureml:train@latest"})
  void anEnvironmentThatADeploymentServesNeedsAServer(String reference) {
    desk()
        .file(
            "env/environment.yml",
            """
            name: train
            version: 1
            image: python:3.11.9
            conda_file:
              channels: [a]
              dependencies: [python=3.11, numpy=1.26.4]
            """);
    desk().file("serve/job.yml", "command: ls\nenvironment: " + reference + "\n");
    String code = "missing-inference-package";
    assertFalse(desk().run("check").out().contains(code));
    desk()
        .file(
            "serve/blue.yml",
            "endpoint_name: e\nmodel: azureml:m:1\ninstance_type: s\nenvironment: "
                + reference
                + "\n");
    String out = desk().run("check").out();
    assertTrue(out.contains(code), out);
    assertTrue(out.contains("'blue.yml'"), out);
  }

  @Test
  void lettersBeyondAsciiLeadFromADeploymentToItsEnvironment() {
    desk()
        .file(
            "mod\u00e8le/\u73af.yml",
            """
            name: train
            image: python:3.11.9
            conda_file: {channels: [a], dependencies: [python=3.11, numpy=1.26.4]}
            """)
        .file(
            "mod\u00e8le/blue.yml",
            "endpoint_name: e\nmodel: m\ninstance_type: s\nenvironment: file:\u73af.yml\n");
    String out = desk().run("check").out();
    assertTrue(out.contains("missing-inference-package"), out);
  }

  @Test
  void saysSoWhenAllIsWell() {
    assertEquals(
        "No problems found in 2 files, 1 environment.\n",
        desk()
            .file("environment.yml", Desk.GOOD)
            .file("compose.yml", "services: {}\n")
            .run("check")
            .exits(0)
            .out());
  }

  @Test
  void jsonSaysWhereFromOneOn() {
    desk().file("b.yml", Desk.FLOATING).file("a.yml", Desk.GOOD);
    var json = desk().run("check", "--format", "json").exits(0).json();
    assertEquals(2, json.path("files").asInt());
    assertEquals(2, json.path("environments").asInt());
    assertEquals(1, json.path("findings").size());
    var finding = json.path("findings").path(0);
    assertEquals("b.yml", finding.path("file").asString());
    assertEquals(3, finding.path("line").asInt());
    assertEquals(8, finding.path("column").asInt());
    assertEquals(3, finding.path("endLine").asInt());
    assertEquals(21, finding.path("endColumn").asInt());
    assertEquals("warning", finding.path("severity").asString());
    assertEquals("floating-image", finding.path("code").asString());
    assertTrue(finding.path("message").asString().contains("python:latest"));
    assertTrue(finding.path("fixes").isArray());
  }

  @ParameterizedTest
  @CsvSource({
    "an emoji before it,     '{name: \"\uD83D\uDE00\", image: python:latest}', 21",
    "a byte order mark,      '\uFEFF{name: a, image: python:latest}',          18",
    "a tab before it,        '{name: a,\timage: python:latest}',               18"
  })
  void columnsAreThoseOfEditors(String what, String text, int column) {
    var json = desk().file("e.yml", text).run("check", "--format", "json").json();
    assertEquals(
        List.of(column),
        json.path("findings")
            .valueStream()
            .filter(finding -> finding.path("code").asString().equals("floating-image"))
            .map(finding -> finding.path("column").asInt())
            .toList(),
        what);
  }

  @ParameterizedTest
  @CsvSource({"error, 0", "warning, 1", "information, 1", "never, 0"})
  void failsFromTheSeverityAskedFor(String severity, int status) {
    desk().file("environment.yml", Desk.FLOATING).run("check", "--fail-on", severity).exits(status);
  }

  @Test
  void countsDefinitionsAndNothingTwice() {
    desk()
        .file("job.yml", JOB)
        .file("environment.yml", Desk.GOOD)
        .link("link.yml", "environment.yml")
        .file("old/azureml_environment.json", V1)
        .file("conda.yml", "dependencies: [python=3.11]\n");
    var json =
        desk().run("check", ".", "environment.yml", "--fail-on", "never", "--format", "json");
    assertEquals(3, json.exits(0).json().path("environments").asInt());
    assertEquals(5, json.json().path("files").asInt());
  }

  @Test
  void jsonOfOthersDoesNotEvenCount() {
    desk()
        .file("package.json", "{\"name\": \"x\", \"version\": \"1\", \"dependencies\": {}}\n")
        .file("broken.json", "{\"image\": ")
        .file("binary.json", new byte[] {0, 1, 2});
    var answer = desk().run("check", "--format", "json").exits(0);
    assertEquals(0, answer.json().path("files").asInt());
    assertEquals("", answer.err());
  }

  @Test
  void requirementsFilesAreLookedAtAndCounted() {
    desk()
        .file("environment.yml", "name: train\nbuild: {path: docker}\n")
        .file(
            "docker/Dockerfile",
            "FROM python:3.12.8\nCOPY . /app\nRUN pip install -r /app/requirements.txt\n")
        .file("docker/requirements.txt", "-r base.txt\nscipy==1.14.1\n")
        .file("docker/base.txt", "numpy\n");
    var json = desk().run("check", "environment.yml", "--format", "json").exits(0).json();
    assertEquals(4, json.path("files").asInt());
    var found = json.path("findings").valueStream().toList();
    assertEquals(1, found.size(), json.toString());
    assertEquals("docker/base.txt", found.get(0).path("file").asString());
    assertEquals("unpinned-package", found.get(0).path("code").asString());
  }

  @Test
  void whatTwoEnvironmentsShareIsSaidOnce() {
    String environment =
        """
        name: %s
        image: python@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8
        build: {path: context}
        """;
    desk()
        .file("one.yml", environment.formatted("one"))
        .file("two.yml", environment.formatted("two"))
        .file("context/Dockerfile", "FROM python:latest\n");
    var json = desk().run("check", "--fail-on", "never", "--format", "json").json();
    // Two YAML files, and the Dockerfile that both lead to.
    assertEquals(3, json.path("files").asInt());
    var findings = json.path("findings").valueStream().map(JsonNode::toString).toList();
    assertEquals(findings.stream().distinct().toList(), findings);
  }

  @Test
  void manyFilesAlwaysComeInTheSameOrder() {
    IntStream.range(0, 60)
        .forEach(i -> desk().file("d%d/e%02d.yml".formatted(i % 7, i), Desk.FLOATING));
    var files =
        desk()
            .run("check", "--format", "json")
            .json()
            .path("findings")
            .valueStream()
            .map(finding -> finding.path("file").asString())
            .toList();
    assertEquals(60, files.size());
    assertEquals(files.stream().sorted().toList(), files);
  }

  @Test
  void ignoredFilesAreLeftAlone() {
    desk().file(".gitignore", "out/\n").file("out/environment.yml", Desk.FLOATING);
    assertEquals("Nothing to check.\n", desk().run("check").exits(0).out());
  }

  @Test
  void filesElsewhereAreNamedInFull() {
    desk().file("here/a.yml", Desk.GOOD).file("there/b.yml", Desk.FLOATING);
    var json = new Desk(folder.resolve("here")).run("check", "../there", "--format", "json").json();
    assertEquals(
        folder.resolve("there/b.yml").toString(),
        json.path("findings").path(0).path("file").asString());
  }

  @Test
  void aDockerfileIsCheckedWhenItIsNamed() {
    desk().file("docker/Dockerfile", "FROM python:3.11.9\n");
    var answer = desk().run("check", "docker/Dockerfile", "--fail-on", "never").exits(0);
    assertTrue(answer.out().contains("1 file, 0 environments."), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void secretsAreMaskedInAllThatIsQuoted() {
    var desk = new Desk(folder, text -> text.replace("s3cret", "***"));
    desk.file("environment.yml", "name: train\nimage: s3cret/python:latest\n");
    for (String format : List.of("text", "json", "sarif", "github")) {
      var answer = desk.run("check", "--format", format);
      assertFalse((answer.out() + answer.err()).contains("s3cret"), answer.out());
      assertTrue(answer.out().contains("***/python:latest"), answer.out());
    }
    assertTrue(
        desk.run("check")
            .out()
            .contains("\n2 | image: ***/python:latest\n  |        ^^^^^^^^^^^^^^^^^\n"));
  }

  @ParameterizedTest
  @CsvSource({"always, true", "auto, false", "never, false"})
  void coloursAreForThoseWhoWantThem(String when, boolean coloured) {
    var answer = desk().file("e.yml", Desk.FLOATING).run("check", "--color", when);
    assertEquals(coloured, answer.out().contains("\033[1;33mwarning[floating-image]\033[0m"));
    assertEquals(coloured, answer.out().contains("\033"));
  }

  @Test
  void whatCannotBeReadIsSaidAndTheRestIsChecked() {
    desk()
        .file("good.yml", Desk.FLOATING)
        .file("binary.yml", new byte[] {'a', 0, 'b'})
        .file("latin.yml", "name: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
        .link("broken.yml", "nowhere.yml")
        .link("loop.yml", "pool.yml")
        .link("pool.yml", "loop.yml")
        .pipe("pipe.yml");
    var answer = desk().run("check").exits(0);
    assertEquals(
        """
        envlens: binary.yml is a binary file, not text
        envlens: broken.yml is a broken link: 'nowhere.yml' isn't there or can't be reached
        envlens: latin.yml is not UTF-8 text: save it as UTF-8
        envlens: loop.yml is a link that leads back to itself
        envlens: pipe.yml is a pipe, a socket or a device, not a file
        envlens: pool.yml is a link that leads back to itself
        """,
        answer.err());
    assertTrue(answer.out().contains("good.yml:3:8: warning"), answer.out());
  }

  @ParameterizedTest
  @CsvSource({
    "missing.yml,   2, missing.yml isn't there",
    "binary.yml,    2, 'binary.yml is a binary file, not text'",
    "broken.yml,    2, broken.yml is a broken link: 'nowhere.yml' isn't there or can't be reached",
    "pipe,          2, 'pipe is a pipe, a socket or a device, not a file'",
    "empty,         0, empty holds no YAML file",
    "compose.yml,   0, compose.yml holds nothing to check: no environment and no conda file",
  })
  void whatIsNamedAndCannotBeCheckedDecidesTheStatus(String path, int status, String line) {
    desk()
        .file("good.yml", Desk.GOOD)
        .file("binary.yml", new byte[] {'a', 0, 'b'})
        .file("compose.yml", "services: {}\n")
        .file("empty/notes.txt", "")
        .link("broken.yml", "nowhere.yml")
        .pipe("pipe");
    var answer = desk().run("check", "good.yml", path).exits(status);
    assertEquals(List.of("envlens: " + line), answer.errorLines());
    assertTrue(answer.out().startsWith("No problems found in "), answer.out());
  }

  @Test
  void aMissingPathNamesWhatIsNear() {
    var answer = desk().file("environment.yml", Desk.GOOD).run("check", "enviroment.yml").exits(2);
    assertTrue(answer.err().contains("did you mean '"), answer.err());
    assertTrue(answer.err().endsWith("environment.yml'?\n"), answer.err());
  }

  @Test
  void aLineOfMillionsIsCheckedAndShownInPart() {
    String tags =
        IntStream.range(0, 60_000).mapToObj(i -> "t%d: v".formatted(i)).collect(joining(", "));
    var answer =
        desk()
            .file("e.yml", "{name: a, tags: {%s}, image: python:latest}".formatted(tags))
            .run("check");
    var shown = answer.out().lines().filter(line -> line.startsWith("1 | ")).toList();
    assertTrue(
        shown.stream().anyMatch(line -> line.endsWith("image: python:latest}")), shown::toString);
    shown.forEach(line -> assertTrue(line.length() <= 104, line));
  }

  private Desk desk() {
    return new Desk(folder);
  }

  @Test
  void anEmptyArgumentIsNotTheWorkingFolder() {
    var answer = new Desk(folder).file("a.yml", Desk.GOOD).run("check", "").exits(2);
    assertEquals(List.of("envlens: an empty text names no file or folder"), answer.errorLines());
  }
}
