package dev.envlens.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.envlens.buildlog.BuildProblem;
import dev.envlens.buildlog.Kind;
import dev.envlens.link.Place;
import dev.envlens.text.TextRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed build is shown where it failed, for as long as that is what would be built. */
class BuildFaultsTest {

  private static final String TRAIN =
      "name: train\nimage: python:3.11.9-slim@sha256:"
          + "1".repeat(64)
          + "\nconda_file: conda.yml\n";

  private static final String CONDA =
      "channels: [conda-forge]\ndependencies:\n  - python=3.11.9\n  - nunpy=1.26.4\n";

  @TempDir Path folder;

  private static void fail(Editor editor, String pointer) {
    var file = URI.create(editor.uri("conda.yml"));
    int start = editor.text("conda.yml").indexOf("nunpy");
    var place = new Place(file, new TextRange(start, start + "nunpy=1.26.4".length()));
    var problem =
        new BuildProblem(
            Kind.CONDA_PACKAGE_NOT_FOUND, "No channel has 'nunpy'. Correct it.", place, List.of());
    var session = editor.server().session();
    session.built(
        session.uris().fromClient(editor.uri("environment.yml")),
        pointer,
        List.of(problem.finding()),
        session.files());
    editor.settle();
  }

  @Test
  void itStaysWithItsLineUntilThatReadsOtherwise() {
    try (var editor = Editor.over(folder)) {
      editor.write("conda.yml", CONDA).open("conda.yml", CONDA).open("environment.yml", TRAIN);
      fail(editor, "");
      var shown = List.of("build-failed «nunpy=1.26.4»");
      assertEquals(shown, editor.findings("conda.yml"));

      editor.edit("conda.yml", "channels", "# reviewed\nchannels");
      assertEquals(shown, editor.findings("conda.yml"), "moved by a line above");
      editor.edit("environment.yml", "train", "trains");
      assertEquals(shown, editor.findings("conda.yml"));

      editor.edit("conda.yml", "nunpy", "numpy");
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }

  @Test
  void aBuildThatSucceedsClearsItsOwn() {
    try (var editor = Editor.over(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", TRAIN);
      fail(editor, "");
      assertEquals(List.of("build-failed «nunpy=1.26.4»"), editor.findings("conda.yml"));
      var session = editor.server().session();
      var file = session.uris().fromClient(editor.uri("environment.yml"));
      session.built(file, "/other", List.of(), session.files());
      editor.settle();
      assertEquals(1, editor.findings("conda.yml").size(), "another environment's build");
      session.built(file, "", List.of(), session.files());
      editor.settle();
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }

  @Test
  void closingTheEnvironmentTakesItAway() {
    try (var editor = Editor.over(folder)) {
      editor.write("conda.yml", CONDA).open("environment.yml", TRAIN);
      fail(editor, "");
      editor.close("environment.yml");
      assertEquals(List.of(), editor.findings("conda.yml"));
    }
  }
}
