package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.machine.Machine;
import dev.envlens.setup.MachineSettings;
import dev.envlens.setup.UserFolders;
import dev.envlens.workspace.Registrar;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.CodeAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor says and does with environments that are registered. */
class RegisteredTest {

  private static final String TRAIN = "name: train\nimage: a.example/b:%d\n";

  @TempDir Path folder;
  @TempDir Path user;

  private Path database() {
    return user.resolve("workspace.db");
  }

  private void register(String text) {
    var variables = Map.of("ENVLENS_WORKSPACE", database().toString());
    var settings = MachineSettings.of(variables, true);
    try (var machine = new Machine(settings, new UserFolders(user, user), Clock.systemUTC())) {
      var disk = new DiskSurroundings(1 << 20);
      var source = new Source(FileUris.of(folder.resolve("r.yml")), Yaml.parse(text));
      new Registrar(machine.workspace())
          .register(
              Contents.of(source, disk).definitions().get(0),
              disk,
              new Registrar.Request(Optional.empty(), Optional.empty(), "r.yml", "somebody"));
    }
  }

  private Editor editor() {
    var settings = new JsonObject();
    settings.addProperty("workspace", database().toString());
    return Editor.trusting(folder, settings);
  }

  private static JsonObject argument(String... pairs) {
    var json = new JsonObject();
    for (int i = 0; i < pairs.length; i += 2) {
      json.addProperty(pairs[i], pairs[i + 1]);
    }
    return json;
  }

  @Test
  void theOpenTextIsComparedWithTheNewestVersionOfItsName() {
    register(TRAIN.formatted(1));
    register(TRAIN.formatted(2));
    try (var editor = editor()) {
      editor.write("environment.yml", TRAIN.formatted(2));
      editor.open("environment.yml", TRAIN.formatted(3));
      String uri = editor.uri("environment.yml");
      var newest = editor.run("envlens.server.diff", argument("uri", uri)).getAsJsonObject();
      assertEquals(
          "image: a.example/b:2 → a.example/b:3",
          newest
              .getAsJsonArray("differences")
              .get(0)
              .getAsJsonObject()
              .get("sentence")
              .getAsString());
      assertEquals("train:2", newest.getAsJsonObject("older").get("source").getAsString());
      var texts = newest.getAsJsonArray("texts").get(0).getAsJsonObject();
      assertEquals(TRAIN.formatted(3), texts.get("newer").getAsString());
      assertTrue(texts.get("older").getAsString().contains("a.example/b:2"));
      var first =
          editor
              .run("envlens.server.diff", argument("uri", uri, "against", "train:1"))
              .getAsJsonObject();
      assertFalse(first.get("same").getAsBoolean());
      editor.write("other.yml", TRAIN.formatted(3));
      var other =
          editor
              .run("envlens.server.diff", argument("uri", uri, "against", editor.uri("other.yml")))
              .getAsJsonObject();
      assertTrue(other.get("same").getAsBoolean());
    }
  }

  private static boolean isShow(CodeAction action) {
    return action.getTitle().equals("Show what differs");
  }

  @Test
  void whatDiffersIsShownToAClientThatOnlyShowsMessages() {
    register(TRAIN.formatted(1));
    try (var editor = editor()) {
      editor.open("environment.yml", TRAIN.formatted(2));
      editor.until(
          "it differs from what is registered",
          () ->
              editor.actions("environment.yml", "name: train").stream()
                  .anyMatch(RegisteredTest::isShow));
      var command =
          editor.actions("environment.yml", "name: train").stream()
              .filter(RegisteredTest::isShow)
              .findFirst()
              .orElseThrow()
              .getCommand();
      editor.run(command.getCommand(), (JsonObject) command.getArguments().get(0));
      assertEquals(
          List.of("'train:1' and 'environment.yml' differ: image: a.example/b:1 → a.example/b:2."),
          editor.takeMessages());
    }
  }

  @Test
  void aSecretStandsInNoPartOfTheComparison() {
    register("name: train\nimage: a.example/b:1\nconda_file: {dependencies: [pip: [a==1]]}\n");
    try (var editor = editor()) {
      editor.open(
          "environment.yml",
          "name: train\nimage: a.example/b:1\nconda_file: {dependencies: [pip: "
              + "[--index-url https://ada:hunter2hunter2@pypi.example.com/simple, a==1]]}\n");
      var result =
          editor.run("envlens.server.diff", argument("uri", editor.uri("environment.yml")));
      assertTrue(result.toString().contains("pypi.example.com"), result::toString);
      assertFalse(result.toString().contains("hunter2"), result::toString);
      assertFalse(editor.diagnostics("environment.yml").toString().contains("hunter2"));
    }
  }

  @Test
  void aNewEnvironmentIsWritten() throws IOException {
    register(TRAIN.formatted(1));
    try (var editor = editor()) {
      var result =
          editor
              .run(
                  "envlens.server.new",
                  argument("name", "mine", "from", "train:1", "folder", editor.uri("mine")))
              .getAsJsonObject();
      String file = result.getAsJsonArray("files").get(0).getAsString();
      assertTrue(file.startsWith(editor.uri("mine")), file);
      assertEquals(
          "name: mine\nimage: a.example/b:1\n", Files.readString(folder.resolve("mine/r.yml")));
      // Nothing is written over: the same once more is refused.
      assertThrows(
          Throwable.class,
          () ->
              editor.run(
                  "envlens.server.new",
                  argument("name", "mine", "from", "train:1", "folder", editor.uri("mine"))));
    }
  }
}
