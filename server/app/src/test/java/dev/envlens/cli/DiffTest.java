package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class DiffTest {

  private static final String ENVIRONMENT = "name: train\nimage: a/b:1\nconda_file: conda.yml\n";

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11
        - numpy=1.24.0
        - pip=24.0
      """;

  @TempDir private Path folder;

  private Desk desk;

  @BeforeEach
  void files() {
    desk = new Desk(folder).file("env.yml", ENVIRONMENT).file("conda.yml", CONDA);
  }

  @Test
  void twoFilesOfOneImageAreTheSame() {
    desk.file("other/env.yml", "name: other\nimage: a/b:1\nconda_file: ../conda.yml # same\n");
    var answer = desk.run("diff", "env.yml", "other/env.yml").exits(0);
    assertTrue(answer.out().matches("the same image: [0-9a-f]{64}\n"), answer.out());
    assertEquals("", answer.err());
  }

  @Test
  void eachDifferenceIsALine() {
    desk.file("new/env.yml", ENVIRONMENT.replace(":1", ":2"))
        .file("new/conda.yml", CONDA.replace("1.24.0", "1.26.4").replace("  - pip=24.0\n", ""));
    assertEquals(
        "image: a/b:1 → a/b:2\npip=24.0: removed\nnumpy: 1.24.0 → 1.26.4\n",
        desk.run("diff", "env.yml", "new/env.yml").exits(1).out());
  }

  @Test
  void theTextsAreShownWhenAskedFor() {
    desk.file("new/env.yml", ENVIRONMENT).file("new/conda.yml", CONDA.replace("1.24.0", "1.26.4"));
    assertEquals(
        """
        numpy: 1.24.0 → 1.26.4
        --- conda.yml
        +++ conda.yml
        @@ -1,5 +1,5 @@
         channels: [conda-forge]
         dependencies:
           - python=3.11
        -  - numpy=1.24.0
        +  - numpy=1.26.4
           - pip=24.0
        """,
        desk.run("diff", "--text", "env.yml", "new/env.yml").exits(1).out());
  }

  @Test
  void jsonSaysTheSame() {
    desk.file("new/env.yml", ENVIRONMENT)
        .file(
            "new/conda.yml",
            CONDA.replace("  - numpy=1.24.0\n  - pip=24.0\n", "  - pip=24.0\n  - numpy=1.24.0\n"));
    var json = desk.run("diff", "env.yml", "new/env.yml", "--format", "json").exits(1).json();
    assertEquals(
        List.of("older", "newer", "same", "orderOnly", "differences"),
        List.copyOf(json.propertyNames()));
    assertEquals("env.yml", json.path("older").path("source").asString());
    assertTrue(json.path("newer").path("hash").asString().matches("[0-9a-f]{64}"));
    assertFalse(json.path("same").asBoolean());
    assertTrue(json.path("orderOnly").asBoolean());
    JsonNode difference = json.path("differences").path(0);
    assertEquals("dependency", difference.path("what").asString());
    assertEquals("reordered", difference.path("change").asString());
    assertEquals("dependencies: another order", difference.path("sentence").asString());
  }

  @Test
  void aRegisteredVersionIsComparedWithTheFile() {
    assertEquals("train:1", Shelf.register(desk, "env.yml"));
    desk.run("diff", "train:1", "env.yml").exits(0);
    desk.file("conda.yml", CONDA.replace("1.24.0", "1.26.4"));
    assertEquals("train:2", Shelf.register(desk, "env.yml"));
    desk.run("diff", "train", "env.yml").exits(0);
    assertEquals(
        "numpy: 1.24.0 → 1.26.4\n", desk.run("diff", "train:1", "azureml:train:2").exits(1).out());
  }

  @Test
  void aRevisionHasItsOwnLinkedFilesAndContext() throws IOException, GitAPIException {
    desk.file("docker.yml", "name: served\nbuild: {path: context}\n")
        .file("context/Dockerfile", "FROM a/b:1\n")
        .file("context/app.py", "print(1)\n")
        .file("context/.gitignore", "*.log\n");
    try (var git = commit("first")) {
      desk.file("conda.yml", CONDA.replace("1.24.0", "1.26.4"))
          .file("context/Dockerfile", "FROM a/b:1\nRUN x\n")
          .file("context/app.py", "print(2)\n")
          .file("context/more.py", "")
          .file("context/run.log", "noise");
      assertEquals(
          "numpy: 1.24.0 → 1.26.4\n", desk.run("diff", "env.yml@HEAD", "env.yml").exits(1).out());
      assertEquals(
          """
          Dockerfile: changed from line 2 on
          context file app.py: changed
          context file more.py: added
          """,
          desk.run("diff", "docker.yml@HEAD", "docker.yml").exits(1).out());
      git.add().addFilepattern(".").call();
    }
    try (var git = commit("second")) {
      assertEquals("refs/heads/main", git.getRepository().getFullBranch());
      desk.run("diff", "docker.yml@main", "docker.yml").exits(0);
      desk.run("diff", "docker.yml@HEAD~1", "docker.yml@HEAD").exits(1);
      Files.delete(folder.resolve("docker.yml"));
      desk.run("diff", "docker.yml@HEAD", "docker.yml@HEAD").exits(0);
    }
  }

  @Test
  void aFileWhoseNameLooksLikeARevisionIsMeantFirst() throws IOException, GitAPIException {
    desk.file("env.yml@HEAD", ENVIRONMENT.replace(":1", ":9"));
    commit("first").close();
    assertEquals(
        "image: a/b:1 → a/b:9\n", desk.run("diff", "env.yml", "env.yml@HEAD").exits(1).out());
  }

  private Git commit(String message) throws GitAPIException {
    var git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    git.add().addFilepattern(".").call();
    git.commit()
        .setSign(false)
        .setAuthor("a", "a@example.com")
        .setCommitter("a", "a@example.com")
        .setMessage(message)
        .call();
    return git;
  }

  @Test
  void oneEnvironmentOfAFileIsNamedByItsPointer() {
    desk.file(
        "job.yml",
        """
        $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
        jobs:
          a: {environment: {image: a/b:1}}
          b: {environment: {image: a/b:2}}
        """);
    assertEquals(
        "image: a/b:1 → a/b:2\n",
        desk.run("diff", "job.yml#/jobs/a/environment", "job.yml#/jobs/b/environment")
            .exits(1)
            .out());
    assertTrue(
        desk.run("diff", "job.yml", "env.yml").exits(2).err().contains("#/jobs/a/environment"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gone.yml | 'gone.yml' isn't there",
        "conda.yml | is a conda file: name the environment that uses it",
        "nobody | There is no environment 'nobody' in",
        "nobody:3 | There is no environment 'nobody:3' in",
        "env.yml@nowhere | 'env.yml@nowhere' isn't there",
        "bad.yml | 'bad.yml' has no hash: the conda file isn't there.",
      })
  void whatIsNotThereIsOneSentence(String source, String sentence) {
    desk.file("bad.yml", "name: a\nimage: a/b:1\nconda_file: none.yml\n");
    var answer = desk.run("diff", source, "env.yml").exits(2);
    assertEquals(1, answer.errorLines().size(), answer.err());
    assertTrue(answer.err().contains(sentence), answer.err());
    assertEquals("", answer.out());
  }

  @Test
  void secretsAreMasked() {
    var masking = new Desk(folder, text -> text.replace("hunter2", "***"));
    masking.file("s.yml", "name: a\nimage: a/hunter2:1\n");
    var answer = masking.run("diff", "--text", "env.yml", "s.yml").exits(1);
    assertFalse(answer.out().contains("hunter2"), answer.out());
    assertFalse(
        masking
            .run("diff", "--text", "--format", "json", "env.yml", "s.yml")
            .out()
            .contains("hunter2"));
  }
}
