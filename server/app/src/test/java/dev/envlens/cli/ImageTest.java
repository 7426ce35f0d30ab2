package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code envlens image} and {@code envlens pin} on images of a real engine. */
class ImageTest {

  private static final String ENVIRONMENT =
      "name: train\nversion: 1\nimage: b:1\nconda_file: conda.yml\n";
  private static final String CONDA =
      "channels: [conda-forge]\ndependencies:\n  - python=3.11\n  - numpy  # fast\n";

  @TempDir private Path folder;

  private Desk desk() {
    return new Desk(folder)
        .with("DOCKER_HOST", DockerEngine.shared().host())
        .file("environment.yml", ENVIRONMENT)
        .file("conda.yml", CONDA);
  }

  private static String record(String name, String version) {
    return "{\"name\": \"%s\", \"version\": \"%s\", \"channel\": \"conda-forge\"}"
        .formatted(name, version);
  }

  /** An image for the environment of the working folder; its name. */
  private static String build(Desk desk) {
    var hashed = desk.run("hash", "environment.yml", "--format", "json").exits(0).json();
    String name = hashed.get(0).get("repository").asString();
    DockerEngine.shared()
        .base(
            name,
            Map.of(
                "/opt/conda/conda-meta/python-3.11.9-0.json", record("python", "3.11.9"),
                "/opt/conda/conda-meta/numpy-1.26.4-0.json", record("numpy", "1.26.4"),
                "/opt/conda/conda-meta/libblas-3.9.0-0.json", record("libblas", "3.9.0")));
    return name;
  }

  @Test
  void showsWhatIsInTheImageOfAFile() {
    var desk = desk();
    String name = build(desk);
    var json =
        desk.run("image", "environment.yml", "--packages", "--format", "json").exits(0).json();
    assertEquals(name, json.get("reference").asString());
    assertTrue(json.get("exists").asBoolean());
    assertEquals("3.11.9", json.get("python").asString());
    assertEquals(3, json.get("packages").size());
    var text = desk.run("image", name).exits(0).out();
    assertTrue(text.contains("3 by conda, 0 by pip, 0 by the system"), text);
  }

  @Test
  void anImageThatIsNotThereIsNotFine() {
    var json = desk().run("image", "nowhere:1", "--format", "json").exits(1).json();
    assertEquals(false, json.get("exists").asBoolean());
    assertTrue(json.get("image").isNull());
    assertTrue(
        desk()
            .run("pin", "environment.yml", "--image", "nowhere:1")
            .exits(2)
            .err()
            .contains("build it"));
  }

  @Test
  void pinsToTheImageAndSaysWhenTheTwoDiffer() throws IOException {
    var desk = desk();
    String name = build(desk);
    var before = desk.run("pin", "environment.yml", "--check").exits(1);
    assertEquals(
        "conda numpy: the file has any version, the image 1.26.4",
        before.out().lines().filter(l -> l.contains("numpy")).findFirst().orElseThrow());
    desk.run("pin", "environment.yml", "--dry-run").exits(0);
    assertEquals(CONDA, Files.readString(folder.resolve("conda.yml")));
    desk.run("pin", "environment.yml").exits(0);
    assertEquals(
        CONDA.replace("numpy", "numpy=1.26.4"), Files.readString(folder.resolve("conda.yml")));
    desk.run("pin", "environment.yml", "--all", "--image", name).exits(0);
    assertEquals(
        "channels: [conda-forge]\ndependencies:\n  - python=3.11.9\n  - numpy=1.26.4  # fast\n  - libblas=3.9.0\n",
        Files.readString(folder.resolve("conda.yml")));
    desk.run("pin", "environment.yml", "--all", "--check", "--image", name).exits(0);
  }
}
