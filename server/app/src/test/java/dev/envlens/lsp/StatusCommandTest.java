package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {

  @TempDir Path folder;

  private static JsonObject argument(Editor editor) {
    var json = new JsonObject();
    json.addProperty("uri", editor.uri("environment.yml"));
    json.addProperty("refresh", true);
    return json;
  }

  @Test
  void saysWhatThePlacesSaid() {
    try (var editor = Editor.trusting(folder, new JsonObject())) {
      editor.open("environment.yml", "name: train\nversion: 1\nimage: nobody/has:1\n");
      var uri = new JsonObject();
      uri.addProperty("uri", editor.uri("environment.yml"));
      var hash = editor.run("envlens.server.hash", uri).getAsJsonObject().get("hash");
      var status = editor.run("envlens.server.status", argument(editor)).getAsJsonObject();
      assertEquals(hash, status.get("hash"));
      var place = status.getAsJsonArray("places").get(0).getAsJsonObject();
      assertEquals("local", place.get("kind").getAsString());
      assertEquals(place.get("state"), status.get("state"));
      assertFalse(place.has("digest"), "nobody has it");
    }
  }
}
