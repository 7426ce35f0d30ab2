package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an editor shows once an image was built, on a real engine. */
@Timeout(120)
class AfterBuildTest {

  /** A stand-in for conda: it "installs" by writing what conda writes of what it installed. */
  private static final String CONDA =
      """
      #!/bin/sh
      if [ "$1" = clean ]; then exit 0; fi
      shift 2
      while [ $# -gt 0 ]; do
        case "$1" in
          -p) prefix="$2"; shift 2 ;;
          -f) file="$2"; shift 2 ;;
          *) shift ;;
        esac
      done
      if grep -q no-such-package "$file"; then
        echo 'Solving environment: ...working... failed'
        echo
        echo 'PackagesNotFoundError: The following packages are not available from current channels:'
        echo
        echo '  - no-such-package'
        exit 1
      fi
      mkdir -p "$prefix/bin" "$prefix/conda-meta"
      echo '{"name": "python", "version": "3.11.9", "channel": "conda-forge"}' > "$prefix/conda-meta/python-3.11.9-0.json"
      echo '{"name": "numpy", "version": "1.26.4", "channel": "conda-forge"}' > "$prefix/conda-meta/numpy-1.26.4-0.json"
      echo '{"name": "libblas", "version": "3.9.0", "channel": "conda-forge"}' > "$prefix/conda-meta/libblas-3.9.0-0.json"
      """;

  private static final DockerEngine ENGINE = DockerEngine.shared();

  private static final String TRAIN = "name: train\nimage: after/conda:1\nconda_file: conda.yml\n";

  private static final String OPEN =
      "channels: [conda-forge, own%d]\ndependencies:\n  - python=3.11.9\n  - numpy  # why\n";

  @TempDir Path folder;

  @BeforeAll
  static void makeBases() {
    ENGINE.base("after/conda:1", Map.of("/bin/conda", CONDA));
    ENGINE.base("after/plain:1", Map.of());
  }

  private Editor editor() {
    var settings = new JsonObject();
    settings.addProperty("dockerHost", ENGINE.host());
    settings.addProperty("log", true);
    return Editor.trustingAndRefreshed(folder, settings);
  }

  /** Over the folder, so that the files that aren't open are known too. */
  private Editor over() {
    var settings = new JsonObject();
    settings.addProperty("dockerHost", ENGINE.host());
    return Editor.trusting(folder, settings);
  }

  private static JsonObject about(Editor editor) {
    var fields = new JsonObject();
    fields.addProperty("uri", editor.uri("environment.yml"));
    fields.addProperty("pointer", "");
    return fields;
  }

  private static JsonObject run(Editor editor, String command) {
    return editor.run("envlens.server." + command, about(editor)).getAsJsonObject();
  }

  private static boolean has(List<String> all, String part) {
    return all.stream().anyMatch(one -> one.contains(part));
  }

  @Test
  void aClickOnBuildEndsWithAnImageWhoseContentIsKnown() {
    try (var editor = over()) {
      editor.write("environment.yml", TRAIN).write("conda.yml", OPEN.formatted(1));
      editor.open("environment.yml", TRAIN).open("conda.yml", OPEN.formatted(1));
      editor.until("offered", () -> has(editor.lensCommands("environment.yml"), "Build: "));
      assertEquals(
          "Build: envlens.server.build [%s]".formatted(about(editor)),
          editor.lensCommands("environment.yml").get(0));
      assertTrue(
          editor.hover("environment.yml", "name").contains("A build would take 2 steps"),
          () -> editor.hover("environment.yml", "name"));

      assertEquals("built", run(editor, "build").get("outcome").getAsString());
      editor.until("cached", () -> has(editor.lenses("environment.yml"), "cached locally"));
      var states =
          editor.statuses("environment.yml").stream()
              .map(status -> status.get("state").getAsString())
              .distinct()
              .toList();
      assertEquals(List.of("unknown", "missing", "building", "cached"), states);
      editor.until("hinted", () -> List.of("→ 1.26.4").equals(editor.hints("conda.yml", 0, 9)));
      editor.until(
          "found", () -> has(editor.findings("environment.yml"), "unpinned-rebuild «conda_file»"));
      assertEquals(
          1, editor.findings("conda.yml").size(), "said once: " + editor.findings("conda.yml"));
      assertEquals(
          "Pin to numpy=1.26.4, as in the cached image (new hash)",
          editor.actions("conda.yml", "numpy", List.of("quickfix")).get(0).getTitle());

      var image = run(editor, "imageDetails");
      assertTrue(image.get("exists").getAsBoolean());
      assertTrue(image.getAsJsonArray("packages").toString().contains("\"libblas\""));

      editor.close("conda.yml");
      var pinned = run(editor, "pin");
      assertTrue(pinned.get("applied").getAsBoolean(), pinned::toString);
      assertTrue(
          editor.text("conda.yml").contains("- numpy=1.26.4  # why\n"), editor.text("conda.yml"));
      assertEquals(1, editor.takeMessages().size());
    }
  }

  @Test
  void aCondaFileThatIsOpenAloneHasTheFixesOfTheImageThatUsesIt() {
    try (var editor = over()) {
      editor.write("environment.yml", TRAIN).write("conda.yml", OPEN.formatted(2));
      editor.changedOnDisk("environment.yml").open("conda.yml", OPEN.formatted(2));
      assertEquals("built", run(editor, "build").get("outcome").getAsString());
      editor.until("hinted", () -> editor.hints("conda.yml", 0, 9).equals(List.of("→ 1.26.4")));
      editor.until(
          "offered",
          () ->
              editor.actions("conda.yml", "numpy", List.of("quickfix")).stream()
                  .anyMatch(action -> action.getTitle().contains("as in the cached image")));
      assertEquals(
          1, editor.findings("conda.yml").size(), () -> editor.findings("conda.yml").toString());

      var all = about(editor);
      all.addProperty("all", true);
      var pinned = editor.run("envlens.server.pin", all).getAsJsonObject();
      assertTrue(pinned.get("applied").getAsBoolean(), pinned::toString);
      assertTrue(
          editor.text("conda.yml").contains("- numpy=1.26.4  # why\n"), editor.text("conda.yml"));
      assertTrue(editor.text("conda.yml").contains("- libblas=3.9.0\n"), editor.text("conda.yml"));
      assertEquals(1, editor.takeMessages().size());
    }
  }

  @Test
  void aFailureStandsAtItsLineUntilThatReadsOtherwise() {
    String broken = OPEN.formatted(3).replace("numpy", "no-such-package");
    try (var editor = over()) {
      editor.write("environment.yml", TRAIN).write("conda.yml", broken);
      editor.open("environment.yml", TRAIN).open("conda.yml", broken);
      assertEquals("conda-package-not-found", run(editor, "build").get("kind").getAsString());
      editor.until(
          "shown", () -> editor.findings("conda.yml").contains("build-failed «no-such-package»"));
      editor.edit("conda.yml", "channels", "# above\nchannels");
      assertTrue(has(editor.findings("conda.yml"), "build-failed «no-such-package»"));
      editor.edit("conda.yml", "no-such-package", "numpy");
      assertFalse(has(editor.findings("conda.yml"), "build-failed"));
      assertEquals("built", run(editor, "build").get("outcome").getAsString());
      assertFalse(has(editor.settle().findings("conda.yml"), "build-failed"));
      assertEquals(2, editor.takeMessages().size());
    }
  }

  @Test
  void aRebuildIsDoneForWhoSaysYes() {
    try (var editor = editor()) {
      editor.write("context/Dockerfile", "FROM after/plain:1\nRUN cat /proc/uptime > /when\n");
      editor.open("environment.yml", "name: train\nbuild: {path: context}\n");
      String id = run(editor, "build").get("id").getAsString();
      assertEquals(1, editor.takeMessages().size());

      assertEquals("preview", run(editor, "rebuild").get("outcome").getAsString());
      assertEquals("preview", run(editor.unableToAsk(), "rebuild").get("outcome").getAsString());
      var asked = editor.takeMessages();
      assertTrue(has(asked, "Replaces the image azureml/azureml_"), asked::toString);

      var rebuilt = run(editor.answering("Rebuild"), "rebuild");
      assertEquals("built", rebuilt.get("outcome").getAsString());
      assertNotEquals(id, rebuilt.get("id").getAsString());
      String old = rebuilt.get("replaced").getAsString();
      assertEquals(id, ENGINE.docker("inspect", "--format", "{{.Id}}", old));
      assertEquals(2, editor.takeMessages().size(), "the question, and what was done");
    }
  }

  @Test
  void aBuildIsWatchedAndCancelled() throws Exception {
    try (var editor = editor()) {
      editor.write(
          "context/Dockerfile", "FROM after/plain:1\nRUN echo started slowly && sleep 60\n");
      editor.open("environment.yml", "name: slow\nbuild: {path: context}\n");
      var params = new ExecuteCommandParams("envlens.server.build", List.of(about(editor)));
      params.setWorkDoneToken("mine");
      var answer = editor.remote().getWorkspaceService().executeCommand(params);
      editor.until("running", () -> has(editor.log(), "started slowly"));
      editor.until("building", () -> has(editor.lenses("environment.yml"), "building"));
      assertTrue(has(editor.progress(), ": RUN echo started"), editor.progress()::toString);
      editor.remote().cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft("mine")));
      assertThrows(ExecutionException.class, () -> answer.get(60, TimeUnit.SECONDS));
      editor.until("ended", () -> editor.progress().contains("mine end"));
      editor.until(
          "missing", () -> editor.state("environment.yml").equals("missing: local missing"));
      assertEquals("", ENGINE.docker("images", "-q", repository(editor)));
    }
  }

  private static String repository(Editor editor) {
    return run(editor, "hash").get("repository").getAsString();
  }

  @Test
  void aRunIsListedAndItsEnvironmentRestored() throws IOException {
    try (var editor = editor()) {
      editor.open("environment.yml", "name: plain\nimage: after/plain:1\n");
      var command = new JsonArray();
      List.of("sh", "-c", "exit 3").forEach(command::add);
      var argument = about(editor);
      argument.add("command", command);
      argument.addProperty("network", "host");
      var run = editor.run("envlens.server.run", argument).getAsJsonObject();
      editor.until("known", () -> has(editor.lenses("environment.yml"), "registered as 1"));
      var runs = editor.run("envlens.server.runs", new JsonObject()).getAsJsonObject();
      assertEquals(run, runs.getAsJsonArray("runs").get(0));

      var restore = new JsonObject();
      restore.addProperty("run", Integer.toString(run.get("run").getAsInt()));
      restore.addProperty("folder", editor.uri("restored"));
      String uri =
          editor.run("envlens.server.restore", restore).getAsJsonObject().get("uri").getAsString();
      assertTrue(Files.readString(Path.of(java.net.URI.create(uri))).contains("after/plain:1"));

      var archive = new JsonObject();
      archive.addProperty("name", "plain");
      archive.addProperty("version", "1");
      var unused = editor.run("envlens.server.archive", archive);
      assertEquals(1, editor.takeMessages().size());
    }
  }

  @Test
  void statusSaysWhatABuildWouldCost() {
    try (var editor = editor()) {
      editor.write("context/Dockerfile", "FROM after/plain:1\nRUN echo cost > /cost\n");
      editor.open("environment.yml", "name: cost\nbuild: {path: context}\n");
      var cost = run(editor, "status").getAsJsonObject("cost");
      assertEquals(
          "run 2 steps of the Dockerfile", cost.getAsJsonArray("steps").get(0).getAsString());
      assertFalse(cost.has("lastMillis"), cost::toString);
      String reference = run(editor, "build").get("reference").getAsString();
      assertFalse(run(editor, "status").has("cost"));
      var unused = run(editor, "register");
      ENGINE.docker("rmi", reference);
      var again = about(editor);
      again.addProperty("refresh", true);
      var status = editor.run("envlens.server.status", again).getAsJsonObject();
      assertTrue(status.getAsJsonObject("cost").get("lastMillis").getAsLong() > 0);
      assertEquals("cost:1", status.getAsJsonArray("environments").get(0).getAsString());
      editor.until(
          "said",
          () -> editor.hover("environment.yml", "name").contains("It is the image of cost:1."));
      assertEquals(1, editor.takeMessages().size());
    }
  }
}
