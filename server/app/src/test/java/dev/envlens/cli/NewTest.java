package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewTest {

  @TempDir private Path folder;

  private Desk desk() {
    return new Desk(folder);
  }

  private String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  /** Nothing is found in the new folder, but hints and notes. */
  private void isClean(String path) {
    desk().run("check", path, "--fail-on", "warning").exits(0);
  }

  @Test
  void anImage() throws IOException {
    var answer = desk().run("new", "train", "--from", "image:a.example/b:1").exits(0);
    assertEquals("train/environment.yml\n", answer.out());
    assertEquals(
        """
        $schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json
        name: train
        image: a.example/b:1
        """,
        text("train/environment.yml"));
    isClean("train");
  }

  @Test
  void aCondaFileWithWhatItLacks() throws IOException {
    desk()
        .file("requirements.txt", "pandas==2.2.0\n")
        .file(
            "old/conda.yaml",
            """
            name: base
            prefix: /home/somebody/base
            dependencies:
              - numpy=1.26.4  # fast
              - pip:
                  - -r ../requirements.txt
            """);
    var json =
        desk()
            .run("new", "train", "--from", "old/conda.yaml", "--folder", "a/b", "--format", "json");
    assertEquals(
        "[\"a/b/environment.yml\",\"a/b/conda.yml\"]",
        json.exits(0).json().path("files").toString());
    String conda = text("a/b/conda.yml");
    assertTrue(conda.contains("conda-forge"), conda);
    assertTrue(conda.contains("- numpy=1.26.4  # fast"), conda);
    assertTrue(conda.contains("pandas==2.2.0"), conda);
    assertFalse(conda.contains("prefix"), conda);
    assertTrue(conda.contains("- python="), conda);
    isClean("a/b");
    assertTrue(text("old/conda.yaml").contains("prefix"), "what it is made from stays");
  }

  @Test
  void requirements() throws IOException {
    desk().file("requirements.txt", "numpy==1.26.4 # fast\npip==24.0\n");
    desk().run("new", "train", "--from", "requirements.txt").exits(0);
    assertTrue(text("train/environment.yml").contains("conda_file: conda.yml\n"));
    assertTrue(text("train/conda.yml").contains("- numpy==1.26.4  # fast"));
    isClean("train");
  }

  @Test
  void aDefinitionOfSdkV1() throws IOException {
    desk()
        .file(
            "azureml_environment.json",
            """
            {"name": "old", "version": "7", "docker": {"baseImage": "a.example/b:1"},
             "python": {"condaDependencies": {"channels": ["conda-forge"],
               "dependencies": ["python=3.11", "pip=24.0", {"pip": ["numpy==1.26.4"]}]}}}
            """);
    desk().run("new", "train", "--from", "azureml_environment.json").exits(0);
    String environment = text("train/environment.yml");
    assertTrue(environment.contains("name: train\n"), environment);
    assertFalse(environment.contains("version:"), environment);
    isClean("train");
    desk().run("diff", "azureml_environment.json", "train/environment.yml").exits(0);
  }

  @Test
  void aDefinitionOfSdkV1WithADockerfile() throws IOException {
    desk()
        .file(
            "azureml_environment.json",
            """
            {"name": "old", "docker": {"baseDockerfile": "FROM a.example/b:1\\nRUN x\\n"},
             "python": {"userManagedDependencies": true}}
            """);
    desk().run("new", "train", "--from", "azureml_environment.json").exits(0);
    assertTrue(text("train/environment.yml").contains("name: train\n"));
    assertEquals("FROM a.example/b:1\nRUN x\n", text("train/docker/Dockerfile"));
    isClean("train");
  }

  @Test
  void aRegisteredVersionWithItsContext() throws IOException {
    desk()
        .file("env.yml", "name: served # the one\nversion: 5\nbuild: {path: context}\n")
        .file("context/Dockerfile", "FROM a.example/b:1\n")
        .file("context/run.sh", "echo\n");
    assertTrue(folder.resolve("context/run.sh").toFile().setExecutable(true));
    assertEquals("served:5", Shelf.register(desk(), "env.yml"));
    var answer = desk().run("new", "other", "--from", "served:5").exits(0);
    assertTrue(answer.out().startsWith("other/env.yml\n"), answer.out());
    assertTrue(text("other/env.yml").contains("name: other # the one\n"), text("other/env.yml"));
    assertFalse(text("other/env.yml").contains("version"));
    assertTrue(Files.isExecutable(folder.resolve("other/context/run.sh")));
    desk().run("diff", "served", "other/env.yml").exits(0);
    isClean("other");
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    desk().file("train/environment.yml", "mine\n");
    var answer = desk().run("new", "train", "--from", "image:a.example/b:1").exits(2);
    assertTrue(answer.err().contains("is there already"), answer.err());
    assertEquals("mine\n", text("train/environment.yml"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train | nothing.yml | There is no",
        "train | nobody:3 | no environment 'nobody:3'",
        "AzureML-x | image:a/b:1 | AzureML",
        "train | image:a b | no reference to an image",
        "train | job.yml | defines no environment",
        "train | secret.yml | A secret stands in",
        "train | empty.txt | requires nothing",
      })
  void whatCantBeMadeIsOneSentence(String name, String source, String sentence) throws IOException {
    desk()
        .file("job.yml", "command: x\n")
        .file("empty.txt", "# nothing\n")
        .file(
            "secret.yml",
            """
            channels: [conda-forge]
            dependencies: [python=3.11, pip=24.0, {pip: ["--index-url https://u:hunter2@h/s"]}]
            """);
    var answer = desk().run("new", name, "--from", source, "--folder", "made").exits(2);
    assertEquals(1, answer.errorLines().size(), answer.err());
    assertTrue(answer.err().toLowerCase().contains(sentence.toLowerCase()), answer.err());
    assertFalse(answer.err().contains("hunter2"));
    assertFalse(Files.exists(folder.resolve("made")));
  }
}
