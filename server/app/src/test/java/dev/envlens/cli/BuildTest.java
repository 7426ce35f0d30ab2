package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {

  private static final DockerEngine ENGINE = DockerEngine.shared();

  @TempDir Path folder;
  private Desk desk;

  @BeforeAll
  static void makeBase() {
    ENGINE.base("cli/plain:1", Map.of());
  }

  @BeforeEach
  void open() {
    desk =
        new Desk(folder, UnaryOperator.identity())
            .with("DOCKER_HOST", ENGINE.host())
            .with("HOME", folder.toString())
            .file("environment.yml", "name: train\nbuild: {path: context}\n")
            .file("context/Dockerfile", "FROM cli/plain:1\nRUN echo built > /built\n");
  }

  @Test
  void buildsThenFindsThenRebuilds() {
    var built = desk.run("build", "environment.yml", "--format", "json").exits(0);
    assertEquals("built", built.json().get("outcome").asString());
    String reference = built.json().get("reference").asString();
    String id = ENGINE.docker("inspect", "--format", "{{.Id}}", reference);
    assertEquals(id, built.json().get("id").asString());
    assertTrue(built.err().contains("Step 2/"), built.err());

    var found = desk.run("build", "environment.yml").exits(0);
    assertTrue(found.out().startsWith("Found " + reference), found.out());

    var asked = desk.run("build", "--rebuild", "environment.yml").exits(1);
    assertTrue(asked.out().contains("May be another image by now: cli/plain:1."), asked.out());
    assertEquals(id, ENGINE.docker("inspect", "--format", "{{.Id}}", reference));

    var rebuilt = desk.run("build", "--rebuild", "--yes", "environment.yml", "--format", "json");
    assertEquals(
        id,
        ENGINE.docker("inspect", "--format", "{{.Id}}", rebuilt.json().get("replaced").asString()));
  }

  @Test
  void aFailureIsSaidAtItsLine() {
    desk.file("context/Dockerfile", "FROM cli/plain:1\nRUN echo broken && exit 4\n");
    var answer = desk.run("build", "environment.yml", "--format", "json").exits(1);
    assertEquals("failed", answer.json().get("outcome").asString());
    assertEquals("context/Dockerfile", answer.json().get("file").asString());
    assertEquals(2, answer.json().get("line").asInt());
    assertTrue(answer.err().contains("envlens: context/Dockerfile:2: Can't build"), answer.err());
  }

  @Test
  void showsTheDockerfileWithoutAnEngine() {
    var answer =
        desk.with("DOCKER_HOST", "unix:///nowhere/docker.sock")
            .file("plain.yml", "name: plain\nimage: python:3.12\n")
            .run("build", "--dockerfile", "plain.yml")
            .exits(0);
    assertTrue(answer.out().endsWith("FROM python:3.12\n"), answer.out());
  }

  @Test
  void aSecretOrAnEngineThatIsGoneIsOneSentence() {
    var secret =
        desk.file("secret.yml", "name: s\nimage: a:1\ntags: {url: 'https://u:hunter2@h/'}\n")
            .run("build", "secret.yml")
            .exits(1);
    assertFalse((secret.out() + secret.err()).contains("hunter2"));
    var gone =
        desk.with("DOCKER_HOST", "unix:///nowhere/docker.sock")
            .run("build", "environment.yml")
            .exits(2);
    assertEquals(
        "envlens: There is no Docker engine at unix:///nowhere/docker.sock. Start Docker, install it, or say by DOCKER_HOST where it is.",
        gone.errorLines().get(gone.errorLines().size() - 1));
  }
}
