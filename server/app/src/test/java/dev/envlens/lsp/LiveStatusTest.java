package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.envlens.testing.DockerEngine;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real engine says reaches lenses, hovers and the client's own display. */
class LiveStatusTest {

  private static final String TRAIN = "name: train\nimage: python:3.11\n";

  @TempDir Path folder;

  private static JsonObject engine(DockerEngine engine) {
    var options = new JsonObject();
    options.addProperty("dockerHost", engine.host());
    return options;
  }

  /** Where the image of an environment stands. */
  private static String repository(Editor editor, String path) {
    var argument = new JsonObject();
    argument.addProperty("uri", editor.uri(path));
    return editor
        .run("envlens.server.hash", argument)
        .getAsJsonObject()
        .get("repository")
        .getAsString();
  }

  @Test
  void anImageThatTheEngineHasIsShownEverywhere() {
    var engine = DockerEngine.shared();
    engine.base("live-status:1", Map.of());
    try (var editor = Editor.trustingAndRefreshed(folder, engine(engine))) {
      editor.write("environment.yml", TRAIN);
      String repository = repository(editor, "environment.yml");
      engine.docker("tag", "live-status:1", repository + ":latest");

      editor.open("environment.yml", TRAIN);
      editor.until("cached", () -> editor.state("environment.yml").equals("cached: local cached"));
      var status = editor.statuses("environment.yml");
      var newest = status.get(status.size() - 1);
      assertEquals(1, newest.get("documentVersion").getAsInt());
      assertTrue(repository.endsWith(newest.get("hash").getAsString().substring(0, 32)));
      var place = newest.getAsJsonArray("places").get(0).getAsJsonObject();
      assertEquals(repository + ":latest", place.get("reference").getAsString());
      assertTrue(place.get("digest").getAsString().startsWith("sha256:"), place::toString);
      assertTrue(place.get("size").getAsLong() > 0, place::toString);
      assertTrue(
          editor.lenses("environment.yml").get(0).contains(" · cached locally · user-managed"));
      assertTrue(
          editor.hover("environment.yml", "name").contains("- the local Docker engine: `azureml/"));

      int before = editor.statuses("environment.yml").size();
      editor.edit("environment.yml", "train", "trains");
      assertEquals(before + 1, editor.statuses("environment.yml").size(), "for the new version");
      assertEquals("cached: local cached", editor.state("environment.yml"), "known already");

      editor.edit("environment.yml", "3.11", "3.12");
      editor.until(
          "missing", () -> editor.state("environment.yml").equals("missing: local missing"));
      assertTrue(editor.lenses("environment.yml").get(0).contains(" · not cached · "));
      editor.edit("environment.yml", "3.12", "3.11");
      assertEquals("cached: local cached", editor.state("environment.yml"));
    }
  }

  @Test
  void whatAnotherProgramDidIsSeenAtTheNextSave() {
    var engine = DockerEngine.shared();
    engine.base("live-status:2", Map.of());
    try (var editor = Editor.trustingAndRefreshed(folder, engine(engine))) {
      String text = TRAIN.replace("3.11", "3.9");
      editor.write("environment.yml", text);
      String image = repository(editor, "environment.yml") + ":latest";
      engine.docker("tag", "live-status:2", image);
      editor.open("environment.yml", text);
      editor.until("cached", () -> editor.state("environment.yml").equals("cached: local cached"));

      engine.docker("rmi", image);
      editor.saved("environment.yml");
      editor.until(
          "missing", () -> editor.state("environment.yml").equals("missing: local missing"));
    }
  }

  @Test
  void theClientIsToldToShowAgainWhatHasBecomeKnown() {
    try (var editor = Editor.trustingAndRefreshed(folder, engine(DockerEngine.shared()))) {
      editor.open("environment.yml", TRAIN.replace("train", "other"));
      int before = editor.lensRefreshes();
      var unused = editor.lenses("environment.yml");
      editor.until(
          "known",
          () ->
              editor.lensRefreshes() > before
                  || editor.lenses("environment.yml").get(0).contains("cached"));
    }
  }

  @Test
  void anEngineThatStopsIsUnknownWithAReasonAndFoundAgain() {
    try (var engine = DockerEngine.own()) {
      engine.base("live-status:1", Map.of());
      try (var editor = Editor.trustingAndRefreshed(folder, engine(engine))) {
        editor.write("environment.yml", TRAIN);
        engine.docker("tag", "live-status:1", repository(editor, "environment.yml") + ":latest");
        engine.stop();
        editor.open("environment.yml", TRAIN);
        editor.until(
            "unknown", () -> editor.state("environment.yml").equals("unknown: local unknown"));
        var all = editor.statuses("environment.yml");
        var place = all.get(all.size() - 1).getAsJsonArray("places").get(0).getAsJsonObject();
        assertTrue(place.get("reason").getAsString().contains("Docker"), place::toString);
        assertTrue(editor.hover("environment.yml", "name").contains("Asked again at "));

        engine.start();
        var hash = all.get(all.size() - 1).get("hash").getAsString();
        var unused = editor.server().session().machine().imageCache().refresh(hash);
        editor.until(
            "cached", () -> editor.state("environment.yml").equals("cached: local cached"));
      }
    }
  }
}
