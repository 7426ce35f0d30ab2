package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.envlens.command.Commands;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands, by their effect. */
class CommandsTest {

  private static final String EXPORT = "numpy==1.26.4\npandas==2.2.0\n";

  @TempDir Path folder;

  private static JsonObject argument(String uri, String export) {
    var json = new JsonObject();
    json.addProperty("uri", uri);
    json.addProperty("export", export);
    return json;
  }

  private static JsonElement json(String text) {
    return JsonParser.parseString(text.replace('\'', '"'));
  }

  @Test
  void theClientIsToldWhichCommandsThereAre() {
    try (var editor = RefactorTest.able(folder)) {
      assertEquals(
          Commands.ids(),
          editor.capabilities().getCapabilities().getExecuteCommandProvider().getCommands());
    }
  }

  @Test
  void pinningEditsTheOpenDocumentAndSaysWhatItDid() {
    try (var editor = RefactorTest.able(folder)) {
      editor.open(
          "conda.yml", "channels: [a]\ndependencies:\n  - numpy # fast\n  - pandas<2\n  - scipy\n");
      var result = editor.run("envlens.server.pin", argument(editor.uri("conda.yml"), EXPORT));
      assertEquals(
          "channels: [a]\ndependencies:\n  - numpy=1.26.4 # fast\n  - pandas<2\n  - scipy\n",
          editor.text("conda.yml"));
      assertEquals(
          JsonParser.parseString(
              """
              {"pinned": [{"package": "numpy", "version": "1.26.4"}],
               "unpinned": [
                 {"package": "pandas",
                  "reason": "the export has 2.2.0, which '<2' doesn't allow"},
                 {"package": "scipy", "reason": "the export doesn't list it"}],
               "applied": true}
              """),
          result);
    }
  }

  @Test
  void pinningAnEnvironmentEditsTheFileThatItLinks() {
    try (var editor = RefactorTest.able(folder)) {
      editor.write("conda.yml", "channels: [a]\ndependencies: [numpy]\n");
      editor.open("environment.yml", "name: x\nimage: a/b:1\nconda_file: conda.yml\n");
      editor.run("envlens.server.pin", argument(editor.uri("environment.yml"), EXPORT));
      assertEquals("channels: [a]\ndependencies: [numpy=1.26.4]\n", editor.text("conda.yml"));
    }
  }

  @Test
  void nothingToPinAsksForNoEdit() {
    try (var editor = RefactorTest.able(folder)) {
      editor.openAs(editor.uri("requirements.txt"), "plaintext", "numpy==1.0\n");
      var result =
          editor.run("envlens.server.pin", argument(editor.uri("requirements.txt"), EXPORT));
      assertEquals(json("{'pinned': [], 'unpinned': [], 'applied': false}"), result);
      assertEquals(1, editor.version("requirements.txt"));
    }
  }

  @Test
  void theHashIsThatOfTheTextInTheEditor() {
    try (var editor = RefactorTest.able(folder)) {
      editor.write("environment.yml", "name: x\nimage: a/b:1\n");
      var argument = new JsonObject();
      argument.addProperty("uri", editor.uri("environment.yml"));
      var onDisk = editor.run("envlens.server.hash", argument).getAsJsonObject();
      editor.open("environment.yml", "name: x\nimage: a/b:2\n");
      var open = editor.run("envlens.server.hash", argument).getAsJsonObject();
      assertTrue(onDisk.get("hash").getAsString().matches("[0-9a-f]{64}"), onDisk::toString);
      assertTrue(!onDisk.get("hash").equals(open.get("hash")), open::toString);
      assertEquals(
          json("['%s:2-2']".formatted(editor.uri("environment.yml"))),
          open.getAsJsonArray("parts").get(0).getAsJsonObject().get("lines"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "envlens.server.pin; []; takes one object with the fields uri, pointer, export",
        "envlens.server.pin; [1]; takes one object",
        "envlens.server.pin; [{'uri': 'URI'}]; has no conda definition",
        "envlens.server.pin; [{'uri': 3, 'export': ''}]; 'uri' of envlens.server.pin is no text",
        "envlens.server.pin; [{'uri': 'URI', 'export': 'hello'}]; lists no package",
        "envlens.server.pin; [{'uri': 'URI', 'export': 'a==1'}]; has no conda definition",
        "envlens.server.hash; [{'uri': 'URI', 'x': 1}]; doesn't know the field 'x'",
        "envlens.server.hash; [{'uri': 'URI', 'pointer': '/x'}]; no environment at '/x'. There are: ''",
        "envlens.server.hash; [{'uri': 'URI.no'}]; is neither open nor a text file",
        "envlens.server.no; [{}]; has no command 'envlens.server.no'"
      })
  void whatIsWrongIsSaid(String command, String arguments, String message) throws Exception {
    try (var editor = RefactorTest.able(folder)) {
      editor.open("environment.yml", "name: x\nimage: a/b:1\n");
      List<Object> list =
          List.copyOf(
              json(arguments.replace("URI", editor.uri("environment.yml")))
                  .getAsJsonArray()
                  .asList());
      var answer =
          editor
              .remote()
              .getWorkspaceService()
              .executeCommand(new ExecuteCommandParams(command, list));
      var failure = assertThrows(ExecutionException.class, answer::get);
      var error = ((ResponseErrorException) failure.getCause()).getResponseError();
      assertEquals(ResponseErrorCode.InvalidParams.getValue(), error.getCode());
      assertTrue(error.getMessage().contains(message), error.getMessage());
    }
  }
}
