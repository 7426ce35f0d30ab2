package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a definition to a run and back, with a real engine. */
class RunTest {

  private static final String BASE = "envlens-run-test-base:1";

  @TempDir Path folder;

  @BeforeAll
  static void makeBase() {
    DockerEngine.shared().base(BASE, Map.of());
  }

  private Desk desk() {
    return new Desk(folder)
        .with("DOCKER_HOST", DockerEngine.shared().host())
        .with("ENVLENS_BUILD_NETWORK", "host")
        .file("environment.yml", "name: train\nimage: %s\n".formatted(BASE));
  }

  @Test
  void whatIsRunIsRegisteredBuiltRecordedAndBroughtBack() {
    var desk = desk();
    var ran =
        desk.fed(
            "in\n",
            "run",
            "--network",
            "host",
            "environment.yml",
            "--",
            "sh",
            "-c",
            "cat; echo bad >&2; exit 7");
    assertEquals("in\n", ran.exits(7).out());
    assertTrue(ran.err().contains("bad\n"), ran.err());
    var run = desk.run("runs", "--format", "json").exits(0).json().path(0);
    assertEquals(
        "train:1", run.path("environment").asString() + ":" + run.path("version").asString());
    assertEquals(7, run.path("status").asInt());
    assertTrue(run.path("image").asString().startsWith("azureml/azureml_"), run::toString);
    desk.file("environment.yml", "name: other\nimage: a/b:2\n");
    assertEquals(
        "train:1 of run 1 is in train-1/environment.yml\n",
        desk.run("restore", "1").exits(0).out());
    var hash = desk.run("hash", "train-1/environment.yml", "--format", "json").json().path(0);
    assertEquals(run.path("hash"), hash.path("hash"));
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() {
    var desk = desk();
    assertEquals(
        List.of("envlens: There is no run 3. Nothing was run yet."),
        desk.run("restore", "3").exits(2).errorLines());
    assertEquals("Nothing was run yet.\n", desk.run("runs").exits(0).out());
    var without =
        desk.with("DOCKER_HOST", "unix://" + folder.resolve("none"))
            .run("run", "environment.yml", "--", "true")
            .exits(125);
    assertTrue(without.errorLines().get(0).startsWith("envlens: "), without::err);
  }
}
