package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.InlayHintWorkspaceCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lenses and hints. */
class AnnotationsTest {

  private static final String TRAIN = "name: train\nimage: python:3.11\nconda_file: conda.yml\n";

  private static final String CONDA =
      "channels: [conda-forge]\ndependencies:\n  - python=3.11.9\n  - numpy\n";

  private static final String LOCK =
      """
      version: 1
      package:
      - {name: numpy, version: %s, manager: conda, platform: linux-64}
      """;

  @TempDir Path folder;

  private Editor refreshed() {
    return Editor.in(
        folder,
        capabilities -> {
          var workspace = new WorkspaceClientCapabilities();
          workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
          workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
          capabilities.setWorkspace(workspace);
        },
        new JsonObject());
  }

  private Editor refreshedOver() {
    return Editor.over(
        folder,
        workspace -> {
          workspace.setCodeLens(new CodeLensWorkspaceCapabilities(true));
          workspace.setInlayHint(new InlayHintWorkspaceCapabilities(true));
        },
        document -> {});
  }

  @Test
  void anEnvironmentHasALensThatFollowsItsCondaFile() {
    try (var editor = refreshed()) {
      editor.write("conda.yml", CONDA).open("train.yml", TRAIN).open("conda.yml", CONDA);
      var before = editor.lenses("train.yml");
      assertEquals(1, before.size());
      assertTrue(
          before.get(0).matches("1 hash [0-9a-f]{8} · system-managed · 1 unpinned"), before.get(0));
      assertEquals(List.of("1 1 unpinned"), editor.lenses("conda.yml"));
      assertEquals(0, editor.lensRefreshes());

      editor.edit("conda.yml", "numpy", "numpy=1.26.4");
      assertEquals(1, editor.lensRefreshes(), "the environment's own text is the same");
      var after = editor.lenses("train.yml");
      assertTrue(after.get(0).endsWith(" · system-managed"), after.get(0));
      assertNotEquals(before.get(0).substring(0, 15), after.get(0).substring(0, 15));
      assertEquals(List.of(), editor.lenses("conda.yml"));
    }
  }

  @Test
  void anEditThatMeansTheSameRefreshesNothing() {
    try (var editor = refreshed()) {
      editor.write("conda.yml", CONDA).open("train.yml", TRAIN).open("conda.yml", CONDA);
      editor.lenses("train.yml");
      editor.edit("conda.yml", "numpy", "numpy # why");
      assertEquals(0, editor.lensRefreshes());
    }
  }

  @Test
  void aContextOnDiskMovesTheLens() {
    try (var editor = refreshed()) {
      editor.write("docker/Dockerfile", "FROM a\n").write("docker/app.py", "1\n");
      editor.open("serve.yml", "name: serve\nbuild:\n  path: docker\n");
      var before = editor.lenses("serve.yml");
      editor.write("docker/app.py", "2\n").changedOnDisk("docker/app.py");
      assertEquals(1, editor.lensRefreshes());
      assertNotEquals(before, editor.lenses("serve.yml"));
    }
  }

  @Test
  void aLockFileOnDiskMovesTheHint() {
    try (var editor = refreshed()) {
      editor.open("conda.yml", CONDA);
      assertEquals(List.of(), editor.hints("conda.yml", 0, 9));
      editor.write("conda-lock.yml", LOCK.formatted("1.26.4")).changedOnDisk("conda-lock.yml");
      assertEquals(1, editor.hintRefreshes());
      assertEquals(List.of("→ 1.26.4"), editor.hints("conda.yml", 0, 9));
      assertEquals(List.of(), editor.hints("conda.yml", 0, 3), "only what is in sight");
      editor.write("conda-lock.yml", LOCK.formatted("2.0.0")).changedOnDisk("conda-lock.yml");
      assertEquals(List.of("→ 2.0.0"), editor.hints("conda.yml", 0, 9));
    }
  }

  @Test
  void aFileOfTheWorkspaceMovesTheLensesThatShareItsImageOnce() {
    try (var editor = refreshedOver()) {
      editor.write("conda.yml", CONDA).open("one.yml", TRAIN.replace("train", "one"));
      editor
          .open("two.yml", TRAIN.replace("train", "two"))
          .open("lone.yml", "image: x:1\nname: l\n");
      assertTrue(editor.lenses("one.yml").contains("1 same image as 1 other"));
      assertTrue(editor.lenses("two.yml").contains("1 same image as 1 other"));
      var lone = editor.lenses("lone.yml");
      assertEquals(0, editor.lensRefreshes());

      editor.write("three.yml", TRAIN.replace("train", "three")).changedOnDisk("three.yml");
      assertEquals(1, editor.lensRefreshes(), "for both documents");
      assertTrue(editor.lenses("one.yml").contains("1 same image as 2 others"));
      assertTrue(editor.lenses("two.yml").contains("1 same image as 2 others"));
      assertEquals(lone, editor.lenses("lone.yml"));

      editor.write("three.yml", "# moved\n" + TRAIN.replace("train", "three"));
      editor.changedOnDisk("three.yml");
      assertEquals(1, editor.lensRefreshes(), "it stands elsewhere, and means the same");

      editor.delete("three.yml").changedOnDisk("three.yml");
      assertEquals(2, editor.lensRefreshes());
      assertTrue(editor.lenses("one.yml").contains("1 same image as 1 other"));
    }
  }

  @Test
  void whatIsTypedInOneDocumentMovesTheLensOfAnother() {
    try (var editor = refreshedOver()) {
      editor.open("one.yml", "name: one\nimage: python:3.11\n");
      editor.open("two.yml", "name: two\nimage: python:3.12\n");
      var before = editor.lenses("one.yml");
      assertEquals(1, editor.lenses("two.yml").size());
      editor.edit("two.yml", "3.12", "3.11");
      assertEquals(1, editor.lensRefreshes());
      assertTrue(editor.lenses("one.yml").contains("1 same image as 1 other"));
      assertEquals(2, editor.lenses("two.yml").size());
      editor.close("two.yml");
      assertEquals(2, editor.lensRefreshes());
      assertEquals(before, editor.lenses("one.yml"));
    }
  }

  @Test
  void aTwinOnDiskMovesTheLens() {
    String sorted = "channels: [conda-forge]\ndependencies:\n  - numpy\n  - python=3.11.9\n";
    try (var editor = refreshedOver()) {
      editor.write("conda.yml", CONDA).write("other.yml", sorted).open("one.yml", TRAIN);
      var before = editor.lenses("one.yml");
      editor.write("two.yml", TRAIN.replace("conda.yml", "other.yml")).changedOnDisk("two.yml");
      assertEquals(1, editor.lensRefreshes());
      assertNotEquals(before, editor.lenses("one.yml"));
    }
  }

  @Test
  void aNewerVersionOnDiskMovesTheHint() {
    try (var editor = refreshedOver()) {
      editor
          .write("train.yml", "name: train\nversion: 7\nimage: python:3.11\n")
          .changedOnDisk("train.yml");
      editor.open("job.yml", "type: command\nenvironment: azureml:train@latest\n");
      assertEquals(List.of("→ 7"), editor.hints("job.yml", 0, 9));
      editor.write("later.yml", "name: train\nversion: 8\nimage: python:3.11\n");
      editor.changedOnDisk("later.yml");
      assertEquals(1, editor.hintRefreshes());
      assertEquals(List.of("→ 8"), editor.hints("job.yml", 0, 9));
      editor.write("else.yml", "name: other\nversion: 9\nimage: python:3.11\n");
      editor.changedOnDisk("else.yml");
      assertEquals(1, editor.hintRefreshes());
    }
  }

  @Test
  void anEditorThatCannotBeToldIsAnsweredRight() {
    try (var editor = Editor.over(folder)) {
      editor.open("one.yml", "name: one\nimage: python:3.11\n");
      var alone = editor.lenses("one.yml");
      editor.write("two.yml", "name: two\nimage: python:3.11\n").changedOnDisk("two.yml");
      assertTrue(editor.lenses("one.yml").contains("1 same image as 1 other"));
      editor.delete("two.yml").changedOnDisk("two.yml");
      assertEquals(alone, editor.lenses("one.yml"));
    }
  }

  @Test
  void aReferenceShowsTheNewestOpenVersion() {
    try (var editor = Editor.in(folder)) {
      editor
          .open("job.yml", "type: command\nenvironment: azureml:train@latest\n")
          .open("train.yml", "name: train\nversion: 7\nimage: python:3.11\n");
      assertEquals(List.of("→ 7"), editor.hints("job.yml", 0, 9));
    }
  }

  @Test
  void settingsTurnBothOff() {
    try (var editor = refreshed()) {
      editor.write("conda-lock.yml", LOCK.formatted("1.26.4"));
      editor.open("conda.yml", CONDA);
      assertEquals(List.of("1 1 unpinned"), editor.lenses("conda.yml"));
      assertEquals(1, editor.hints("conda.yml", 0, 9).size());
      var off = "{\"envlens\": {\"lens.enabled\": false, \"hint\": {\"enabled\": false}}}";
      editor
          .remote()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(JsonParser.parseString(off)));
      editor.settle();
      assertEquals(1, editor.lensRefreshes());
      assertEquals(1, editor.hintRefreshes());
      assertEquals(List.of(), editor.lenses("conda.yml"));
      assertEquals(List.of(), editor.hints("conda.yml", 0, 9));
    }
  }
}
