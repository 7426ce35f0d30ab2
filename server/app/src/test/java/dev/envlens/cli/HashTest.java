package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class HashTest {

  private static final String CONDA =
      """
      name: train
      image: python:3.11.9
      conda_file: conda.yml
      """;

  @TempDir private Path folder;

  @Test
  void saysTheHashTheFileAndTheName() {
    var answer = desk().file("a/env.yml", Desk.GOOD).run("hash", "a/env.yml").exits(0);
    assertTrue(answer.out().matches("[0-9a-f]{64}  a/env\\.yml  train\n"), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void jsonSaysWhatItIsMadeOfAndWhere() {
    desk()
        .file("env.yml", CONDA)
        .file("conda.yml", "channels:\n- conda-forge\ndependencies:\n- python=3.11\n");
    var json = desk().run("hash", "env.yml", "--format", "json").exits(0).json();
    assertEquals(1, json.size());
    var environment = json.path(0);
    assertEquals(
        List.of("file", "pointer", "hash", "repository", "parts", "sdkVersion"),
        List.copyOf(environment.propertyNames()));
    assertEquals("env.yml", environment.path("file").asString());
    assertEquals("", environment.path("pointer").asString());
    String hash = environment.path("hash").asString();
    assertEquals(
        "azureml/azureml_" + hash.substring(0, 32), environment.path("repository").asString());
    var parts = environment.path("parts");
    assertEquals(2, parts.size());
    assertEquals("image", parts.path(0).path("part").asString());
    assertTrue(parts.path(0).path("digest").asString().matches("[0-9a-f]{64}"));
    assertEquals("[\"env.yml:2-2\"]", parts.path(0).path("lines").toString());
    assertEquals("conda", parts.path(1).path("part").asString());
    assertEquals("[\"env.yml:3-3\",\"conda.yml:1-4\"]", parts.path(1).path("lines").toString());
    assertTrue(environment.path("sdkVersion").path("sha256").asString().matches("[0-9a-f]{64}"));
    assertTrue(environment.path("sdkVersion").path("md5").asString().matches("[0-9a-f]{32}"));
  }

  @Test
  void everyEnvironmentOfAFileIsThere() {
    desk()
        .file(
            "job.yml",
            """
            name: one
            image: python:3.11.9
            ---
            $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
            command: python train.py
            environment:
              image: python:3.11.9
            """);
    var json = desk().run("hash", "job.yml", "--format", "json").exits(0).json();
    assertEquals(
        List.of("1:", "2:/environment"),
        json.valueStream()
            .map(e -> e.path("document").asInt() + ":" + e.path("pointer").asString())
            .toList());
    assertEquals(json.path(0).path("hash"), json.path(1).path("hash"));
    var text = desk().run("hash", "job.yml").exits(0).out();
    assertTrue(text.contains("  job.yml[1]  one\n"), text);
    assertTrue(text.endsWith("  job.yml[2]#/environment\n"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "name: renamed, name: train,         true",
    "name: train,   image: python:3.12,  false",
  })
  void theHashFollowsWhatIsBuilt(String first, String second, boolean same) {
    desk()
        .file("a.yml", first + "\nversion: 1\nimage: python:3.11.9\n")
        .file(
            "b.yml",
            second.startsWith("image")
                ? "name: train\nversion: 1\n" + second + "\n"
                : second + "\nversion: 1\nimage: python:3.11.9\n");
    var json = desk().run("hash", "a.yml", "b.yml", "--format", "json").exits(0).json();
    assertEquals(same, json.path(0).path("hash").equals(json.path(1).path("hash")));
  }

  @Test
  void withoutAHashThereIsAReason() {
    desk().file("env.yml", CONDA);
    var answer = desk().run("hash", "env.yml").exits(1);
    assertEquals("-  env.yml  train  no hash: the conda file isn't there\n", answer.out());
    var json = desk().run("hash", "env.yml", "--format", "json").exits(1).json().path(0);
    assertTrue(json.path("hash").isNull());
    assertTrue(json.path("repository").isNull());
    assertEquals("the conda file isn't there", json.path("reason").asString());
    assertEquals(0, json.path("parts").size());
    assertTrue(json.path("sdkVersion").isNull());
  }

  @Test
  void explainsWhatItIsMadeOf() {
    desk().file("env.yml", Desk.GOOD);
    var lines = desk().run("hash", "env.yml", "--explain").exits(0).out().lines().toList();
    assertTrue(lines.get(1).startsWith("  repository  azureml/azureml_"), lines::toString);
    assertTrue(lines.get(2).matches("  image       [0-9a-f]{64}  env\\.yml:3-3"), lines::toString);
    assertTrue(lines.get(3).startsWith("  made of     {\"form\":1,\"image\":"), lines::toString);
    assertTrue(lines.get(4).contains("azure-ai-ml"), lines::toString);
    assertTrue(lines.get(5).matches("  sha256      [0-9a-f]{64}"), lines::toString);
    assertTrue(lines.get(6).matches("  md5         [0-9a-f]{32}"), lines::toString);
  }

  @Test
  void secretsAreMasked() {
    var desk = new Desk(folder, text -> text.replace("s3cret", "***"));
    desk.file("env.yml", "name: a\nimage: s3cret/python:3.11.9\n");
    for (String format : List.of("text", "json")) {
      var out = desk.run("hash", "env.yml", "--explain", "--format", format).out();
      assertFalse(out.contains("s3cret"), out);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing.yml, 2, missing.yml isn't there",
    "empty,       2, 'empty is a folder, not a file'",
    "binary.yml,  2, 'binary.yml is a binary file, not text'",
    "conda.yml,   1, conda.yml is a conda file: name the environment that uses it",
    "compose.yml, 1, compose.yml defines no environment",
    "job.yml,     1, 'job.yml defines no environment, it only names some'",
  })
  void whatHoldsNoEnvironmentIsSaidAndTheRestIsHashed(String file, int status, String line) {
    desk()
        .file("good.yml", Desk.GOOD)
        .file("empty/notes.txt", "")
        .file("binary.yml", new byte[] {'a', 0, 'b'})
        .file("conda.yml", "dependencies: [python=3.11]\n")
        .file("compose.yml", "services: {}\n")
        .file("job.yml", "type: command\ncommand: x\nenvironment: azureml:train:1\n");
    var answer = desk().run("hash", file, "good.yml", "--format", "json").exits(status);
    assertEquals(List.of("envlens: " + line), answer.errorLines());
    assertEquals(
        List.of("good.yml"),
        answer.json().valueStream().map(e -> e.path("file")).map(JsonNode::asString).toList());
  }

  private Desk desk() {
    return new Desk(folder);
  }
}
