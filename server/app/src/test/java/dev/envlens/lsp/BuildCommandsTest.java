package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.envlens.testing.DockerEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds that an editor asks for, by what the engine has afterwards. */
class BuildCommandsTest {

  private static final DockerEngine ENGINE = DockerEngine.shared();

  @TempDir Path folder;

  @BeforeAll
  static void makeBase() {
    ENGINE.base("editor/plain:1", Map.of());
  }

  private Editor editor() {
    var settings = new JsonObject();
    settings.addProperty("dockerHost", ENGINE.host());
    return Editor.trusting(folder, settings);
  }

  private static JsonObject fields(String uri) {
    var fields = new JsonObject();
    fields.addProperty("uri", uri);
    return fields;
  }

  @Test
  void buildsWhatIsOnTheScreenAndRebuildsOnlyWhenToldTo() {
    try (var editor = editor()) {
      editor.write("context/Dockerfile", "FROM editor/plain:1\nRUN cat /proc/uptime > /when\n");
      editor.open("environment.yml", "name: train\nbuild: {path: context}\n");
      var argument = fields(editor.uri("environment.yml"));
      var built = editor.run("envlens.server.build", argument).getAsJsonObject();
      assertEquals("built", built.get("outcome").getAsString());
      String reference = built.get("reference").getAsString();
      String id = ENGINE.docker("inspect", "--format", "{{.Id}}", reference);
      assertEquals(id, built.get("id").getAsString());

      var asked = editor.run("envlens.server.rebuild", argument).getAsJsonObject();
      assertEquals("preview", asked.get("outcome").getAsString());
      assertEquals(id, ENGINE.docker("inspect", "--format", "{{.Id}}", reference));

      argument.addProperty("confirmed", true);
      var rebuilt = editor.run("envlens.server.rebuild", argument).getAsJsonObject();
      assertEquals(
          id,
          ENGINE.docker("inspect", "--format", "{{.Id}}", rebuilt.get("replaced").getAsString()));
      assertFalse(editor.takeMessages().isEmpty());
    }
  }

  @Test
  void aFailureIsADiagnosticUntilTheNextBuild() {
    try (var editor = editor()) {
      editor.write("context/Dockerfile", "FROM editor/plain:1\nRUN exit 4\n");
      editor.open("environment.yml", "name: train\nbuild: {path: context}\n");
      editor.open("context/Dockerfile", "FROM editor/plain:1\nRUN exit 4\n");
      var failed =
          editor
              .run("envlens.server.build", fields(editor.uri("environment.yml")))
              .getAsJsonObject();
      assertEquals("failed", failed.get("outcome").getAsString());
      assertTrue(
          editor.settle().findings("context/Dockerfile").stream()
              .anyMatch(finding -> finding.contains("build-failed")),
          () -> editor.findings("context/Dockerfile").toString());
      assertTrue(editor.takeMessages().get(0).startsWith("Can't build 'train'"));
    }
  }

  @Test
  void showsTheDockerfile() {
    try (var editor = Editor.trusting(folder, new JsonObject())) {
      editor.open("environment.yml", "name: plain\nimage: python:3.12\n");
      var shown =
          editor
              .run("envlens.server.dockerfile", fields(editor.uri("environment.yml")))
              .getAsJsonObject();
      assertTrue(shown.get("dockerfile").getAsString().endsWith("FROM python:3.12\n"));
    }
  }
}
