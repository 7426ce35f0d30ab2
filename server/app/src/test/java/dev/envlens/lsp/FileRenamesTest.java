package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.FileOperationsWorkspaceCapabilities;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that get other names and places in the editor. */
class FileRenamesTest {

  private static final String TRAIN =
      "name: train\nversion: 1\nimage: python:3.11\nconda_file: './conda.yml' # ours\n";
  private static final String CONDA =
      """
      channels: [a]
      dependencies:
        - python=3.11.9
        - pip=24.0
        - pip:
          - -r requirements.txt
      """;
  private static final String SERVE = "name: serve\nbuild:\n  path: docker/\n";
  private static final String JOB = "command: ls\nenvironment: file:../train.yml\n";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void files() throws IOException {
    folder = root.toRealPath();
    write("train.yml", TRAIN);
    write("conda.yml", CONDA);
    write("requirements.txt", "-c limits/constraints.txt\nnumpy==1.26.4\n");
    write("limits/constraints.txt", "numpy==1.26.4\n");
    write("serve.yml", SERVE);
    write("docker/Dockerfile", "FROM python:3.11\n");
    write("jobs/job.yml", JOB);
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Editor editor() {
    var operations = new FileOperationsWorkspaceCapabilities();
    operations.setWillRename(true);
    operations.setDidRename(true);
    return Editor.over(
        folder, workspace -> workspace.setFileOperations(operations), document -> {});
  }

  @Test
  void aCondaFileIsFoundUnderItsNewNameInTheStyleOfThePath() {
    try (var editor = editor()) {
      editor.open("train.yml", TRAIN).open("conda.yml", CONDA);
      String hover = editor.hover("train.yml", "train");
      var findings = editor.findings("train.yml");
      editor.move("conda.yml", "train-conda.yml");
      assertEquals(TRAIN.replace("conda.yml", "train-conda.yml"), editor.text("train.yml"));
      assertEquals(CONDA, editor.text("train-conda.yml"));
      assertEquals(findings, editor.findings("train.yml"));
      assertEquals(hover, editor.hover("train.yml", "train").replace("train-conda", "conda"));
      assertEquals(
          List.of("train.yml «./train-conda.yml»"),
          editor.references("train-conda.yml", "dependencies", false));
    }
  }

  @Test
  void aFileThatMovesTakesItsOwnPathsAlong() {
    try (var editor = editor()) {
      editor.open("conda.yml", CONDA);
      editor.move("conda.yml", "envs/deep/conda.yml");
      assertEquals(CONDA.replace("-r ", "-r ../../"), editor.text("envs/deep/conda.yml"), "open");
      assertEquals(TRAIN.replace("./conda", "./envs/deep/conda"), editor.text("train.yml"));
      editor.move("train.yml", "envs/train.yml");
      assertEquals(TRAIN.replace("./conda", "./deep/conda"), editor.text("envs/train.yml"));
      assertEquals(JOB.replace("../train", "../envs/train"), editor.text("jobs/job.yml"));
    }
  }

  @Test
  void requirementsAndWhatTheyInclude() {
    try (var editor = editor()) {
      editor.move("requirements.txt", "pip/train-requirements.txt");
      assertEquals(
          CONDA.replace("requirements.txt", "pip/train-requirements.txt"),
          editor.text("conda.yml"));
      assertEquals(
          "-c ../limits/constraints.txt\nnumpy==1.26.4\n",
          editor.text("pip/train-requirements.txt"));
      editor.move("limits", "bounds");
      assertEquals(
          "-c ../bounds/constraints.txt\nnumpy==1.26.4\n",
          editor.text("pip/train-requirements.txt"));
    }
  }

  @Test
  void aBuildContextAndItsDockerfile() {
    try (var editor = editor()) {
      editor.open("serve.yml", SERVE);
      editor.move("docker", "images/serve");
      String moved = SERVE.replace("docker/", "images/serve/");
      assertEquals(moved, editor.text("serve.yml"));
      editor.move("images/serve/Dockerfile", "images/serve/gpu.Dockerfile");
      String named = moved + "  dockerfile_path: gpu.Dockerfile\n";
      assertEquals(named, editor.text("serve.yml"));
      assertEquals(List.of(), editor.findings("serve.yml"));
      editor.move("images/serve/gpu.Dockerfile", "images/serve/cpu.Dockerfile");
      assertEquals(named.replace("gpu", "cpu"), editor.text("serve.yml"));
    }
  }

  @Test
  void whatMovesTogetherStaysAsItIs() throws IOException {
    write("all/train.yml", TRAIN);
    write("all/conda.yml", CONDA);
    write("all/requirements.txt", "numpy==1.26.4\n");
    write("all/jobs/job.yml", JOB);
    write("outside.yml", "command: ls\nenvironment: \"file:all/train.yml\"\n");
    try (var editor = editor()) {
      editor.move("all", "every thing");
      assertEquals(TRAIN, editor.text("every thing/train.yml"));
      assertEquals(CONDA, editor.text("every thing/conda.yml"));
      assertEquals(JOB, editor.text("every thing/jobs/job.yml"));
      assertEquals(
          "command: ls\nenvironment: \"file:every thing/train.yml\"\n", editor.text("outside.yml"));
      assertEquals(2, editor.environments("train").size());
    }
  }

  @Test
  void onlyEditorsThatAskHearOfIt() {
    try (var editor = editor()) {
      assertNotNull(editor.capabilities().getCapabilities().getWorkspace().getFileOperations());
    }
    try (var editor = Editor.over(folder)) {
      assertNull(editor.capabilities().getCapabilities().getWorkspace().getFileOperations());
    }
  }
}
