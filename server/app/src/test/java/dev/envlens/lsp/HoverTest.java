package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoverTest {

  private static final String ENVIRONMENT =
      """
      name: train
      image: python:3.11
      conda_file: conda.yml
      """;

  private static final String CONDA =
      """
      channels: [conda-forge]
      dependencies:
        - python=3.11
        - numpy=1.26.4
      """;

  @TempDir Path folder;

  private static String hash(String hover) {
    var matcher = Pattern.compile("Hash `([0-9a-f]{64})`").matcher(hover);
    assertTrue(matcher.find(), () -> "no hash in: " + hover);
    return matcher.group(1);
  }

  @Test
  void theNameShowsTheHashOfWhatIsOnTheScreen() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT).open("conda.yml", CONDA);
      String before = editor.hover("environment.yml", "train");
      assertTrue(before.contains("system-managed"), before);
      assertTrue(before.contains("No cache has been asked"), before);

      editor.edit("conda.yml", "1.26.4", "1.26.5");
      String after = hash(editor.hover("environment.yml", "train"));
      assertNotEquals(hash(before), after, "an unsaved edit of the conda file moves the hash");

      editor.edit("conda.yml", "1.26.5", "1.26.4");
      assertEquals(hash(before), hash(editor.hover("environment.yml", "train")));
      editor.edit("environment.yml", "train", "renamed");
      assertEquals(hash(before), hash(editor.hover("environment.yml", "renamed")));
    }
  }

  @Test
  void aFileOfTheBuildContextMovesTheHash() {
    try (var editor = Editor.in(folder)) {
      editor.write("docker/Dockerfile", "FROM python:3.11\n").write("docker/app.py", "print(1)\n");
      editor.open("environment.yml", "name: serve\nbuild:\n  path: docker\n");
      String before = editor.hover("environment.yml", "serve");
      assertTrue(before.contains("user-managed"), before);
      editor.write("docker/app.py", "print(2)\n").changedOnDisk("docker/app.py");
      assertNotEquals(hash(before), hash(editor.hover("environment.yml", "serve")));
    }
  }

  @Test
  void whatCannotBeHashedSaysWhy() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      assertTrue(
          editor
              .hover("environment.yml", "train")
              .contains("No hash: the conda file isn't there."));
    }
  }

  @Test
  void keysPackagesAndImagesAreExplained() {
    try (var editor = Editor.in(folder)) {
      editor.write("conda.yml", CONDA);
      editor.open("environment.yml", ENVIRONMENT).open("conda.yml", CONDA);
      assertTrue(editor.hover("environment.yml", "conda_file").startsWith("**conda_file**"));
      assertTrue(editor.hover("environment.yml", "python:3.11").contains("docker.io"));
      assertTrue(editor.hover("conda.yml", "numpy").contains("`numpy`"));
      assertTrue(editor.hover("conda.yml", "dependencies").startsWith("**dependencies**"));
    }
  }

  @Test
  void aFailingRequestLeavesTheRestAlive() {
    try (var editor = Editor.in(folder)) {
      editor.open("environment.yml", ENVIRONMENT);
      var failed =
          editor
              .remote()
              .getWorkspaceService()
              .executeCommand(new ExecuteCommandParams("nobody.knows.this", List.of()));
      assertThrows(ExecutionException.class, () -> failed.get(30, TimeUnit.SECONDS));
      assertTrue(editor.hover("environment.yml", "train").contains("Environment"));
    }
  }
}
