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
