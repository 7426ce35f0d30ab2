package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.envlens.database.Database;
import dev.envlens.workspace.EmbeddedWorkspace;
import dev.envlens.workspace.EnvironmentVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on the workspace, by what is in its database afterwards. */
class WorkspaceCommandsTest {

  @TempDir Path folder;

  private Path database() {
    return folder.resolve(".user/data/workspace.db");
  }

  private Editor editor() {
    return Editor.trusting(folder, new JsonObject());
  }

  private static JsonObject fields(String... pairs) {
    var fields = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      fields.addProperty(pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  private EnvironmentVersion stored(String version) {
    try (var database = Database.open(database())) {
      return new EmbeddedWorkspace(database, Clock.systemUTC())
          .find(new EnvironmentVersion.Id("train", version))
          .orElseThrow();
    }
  }

  @Test
  void whatIsOnTheScreenIsRegistered() {
    try (var editor = editor()) {
      editor.write("environment.yml", "name: train\nimage: a/b:1\n");
      editor.open("environment.yml", "name: train\nimage: a/b:2\n");
      var argument = fields("uri", editor.uri("environment.yml"));
      var preview = editor.run("envlens.server.previewRegister", argument).getAsJsonObject();
      assertEquals("created", preview.get("outcome").getAsString());
      var done = editor.run("envlens.server.register", argument).getAsJsonObject();
      assertEquals(preview.get("hash"), done.get("hash"));
      assertEquals(done.get("hash").getAsString(), stored("1").content().hash());

      var show = fields("name", "train", "version", "1");
      show.addProperty("texts", true);
      var shown = editor.run("envlens.server.show", show).getAsJsonObject();
      var version = shown.getAsJsonArray("versions").get(0).getAsJsonObject();
      assertEquals(
          "name: train\nimage: a/b:2\n",
          version.getAsJsonArray("files").get(0).getAsJsonObject().get("text").getAsString());

      assertEquals(1, listed(editor));
      editor.run("envlens.server.archive", fields("name", "train"));
      assertTrue(stored("1").history().archived());
      assertEquals(0, listed(editor));
    }
  }

  private static int listed(Editor editor) {
    return editor
        .run("envlens.server.list", new JsonObject())
        .getAsJsonObject()
        .getAsJsonArray("environments")
        .size();
  }

  @Test
  void aVersionThatIsTakenIsAnOutcomeOfThePreviewAndAFaultOfTheRest() {
    try (var editor = editor()) {
      editor.open("environment.yml", "name: train\nversion: 1\nimage: a/b:1\n");
      editor.open("other.yml", "name: train\nversion: 1\nimage: a/b:2\n");
      editor.run("envlens.server.register", fields("uri", editor.uri("environment.yml")));
      var other = fields("uri", editor.uri("other.yml"));
      var preview = editor.run("envlens.server.previewRegister", other).getAsJsonObject();
      assertEquals("taken", preview.get("outcome").getAsString());
      assertTrue(refusal(editor, "envlens.server.register", other).contains("is taken"));
    }
  }

  @Test
  void nothingIsRegisteredWhereThePersonDoesntTrust() {
    try (var editor = RefactorTest.able(folder)) {
      editor.open("environment.yml", "name: train\nimage: a/b:1\n");
      var argument = fields("uri", editor.uri("environment.yml"));
      String refusal = refusal(editor, "envlens.server.register", argument);
      assertTrue(refusal.contains("isn't trusted"), refusal);
      assertFalse(Files.exists(database()));
    }
  }

  @Test
  void aWorkspaceThatCantBeUsedIsNoWrongArgument() throws IOException {
    Files.createDirectories(database().getParent());
    Files.writeString(database(), "no database ".repeat(1000));
    try (var editor = editor()) {
      var answer =
          editor
              .remote()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams("envlens.server.list", List.of(new JsonObject())));
      var failure = assertThrows(ExecutionException.class, answer::get);
      var error = ((ResponseErrorException) failure.getCause()).getResponseError();
      assertEquals(ResponseErrorCode.RequestFailed.getValue(), error.getCode());
      assertTrue(error.getMessage().contains("is no database"), error.getMessage());
    }
  }

  @Test
  void aSecretIsRefusedAndNotRepeated() {
    try (var editor = editor()) {
      editor.open(
          "environment.yml", "name: train\nimage: ada:hunter2hunter2@registry.example.com/a:1\n");
      String refusal =
          refusal(editor, "envlens.server.register", fields("uri", editor.uri("environment.yml")));
      assertTrue(refusal.contains("A secret stands in 'environment.yml'"), refusal);
      assertFalse(refusal.contains("hunter2"), refusal);
    }
  }

  private static String refusal(Editor editor, String command, JsonObject argument) {
    var answer =
        editor
            .remote()
            .getWorkspaceService()
            .executeCommand(new ExecuteCommandParams(command, List.of(argument)));
    return assertThrows(ExecutionException.class, answer::get).getMessage();
  }
}
