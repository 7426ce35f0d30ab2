package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

  @TempDir Path folder;

  private Desk desk;
  private String hash;

  @BeforeEach
  void writeAnEnvironment() {
    desk =
        new Desk(folder)
            .with("DOCKER_HOST", DockerEngine.shared().host())
            .with("DOCKER_CONFIG", folder.toString())
            .file("environment.yml", Desk.GOOD)
            .file(
                "job.yml",
                "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n"
                    + "environment:\n  image: python:%s\n".formatted(System.nanoTime()));
    hash = desk.run("hash", "environment.yml").exits(0).out().substring(0, 64);
  }

  private String image() {
    return "azureml/azureml_" + hash.substring(0, 32) + ":latest";
  }

  @Test
  void saysWhereAnImageIs() {
    var engine = DockerEngine.shared();
    String id = engine.base(image(), Map.of());
    var cached = desk.run("status", "environment.yml").exits(0);
    assertTrue(
        cached.out().startsWith(hash.substring(0, 8) + " · cached locally · environment.yml"),
        cached.out());
    assertTrue(cached.out().contains(image() + ", " + id), cached.out());
    engine.docker("rmi", image());
    var missing = desk.run("status", "environment.yml").exits(1);
    assertTrue(missing.out().contains("not cached here"), missing.out());
    assertTrue(missing.out().contains("Azure may hold one of its own"), missing.out());
  }

  @Test
  void asksTheRegistriesThatAreNamed() {
    var engine = DockerEngine.shared();
    String registry = OciRegistry.shared().address();
    engine.base(registry + "/" + image(), Map.of());
    engine.docker("push", registry + "/" + image());
    engine.docker("rmi", registry + "/" + image());
    var json =
        desk.run("status", "--registry", registry, "--format", "json", "environment.yml")
            .exits(0)
            .json()
            .get(0);
    assertEquals("environment.yml", json.get("file").stringValue());
    assertEquals(hash, json.get("hash").stringValue());
    assertEquals("cached", json.get("state").stringValue());
    assertEquals("missing", json.at("/places/0/state").stringValue());
    assertEquals("workspace", json.at("/places/1/kind").stringValue());
    assertEquals(registry + "/" + image(), json.at("/places/1/reference").stringValue());
    assertTrue(json.at("/places/1/size").longValue() > 100_000);
    assertTrue(json.at("/places/1/reason").isNull());
  }

  @Test
  void whoDoesNotAnswerIsNamed() {
    var answer =
        desk.with("DOCKER_HOST", "unix://" + folder.resolve("none.sock"))
            .run("status", "environment.yml")
            .exits(2);
    assertTrue(answer.out().contains("cache unknown"), answer.out());
    assertTrue(answer.out().contains("There is no Docker engine at unix://"), answer.out());
    assertTrue(answer.out().contains("Asked again from"), answer.out());
  }

  @Test
  void onlyTheEnvironmentAtThePointerIsMeant() {
    var one = desk.run("status", "--pointer", "/environment", "job.yml").exits(1);
    assertTrue(one.out().contains("job.yml#/environment"), one.out());
    assertEquals(
        List.of("envlens: no environment is at the pointer '/jobs'"),
        desk.run("status", "--pointer", "/jobs", "job.yml").exits(2).errorLines());
  }

  @Test
  void withoutAHashNobodyIsAsked() {
    var json =
        desk.file("lost.yml", "name: a\nimage: a:1\nconda_file: gone.yml\n")
            .run("status", "--format", "json", "lost.yml")
            .exits(1)
            .json()
            .get(0);
    assertTrue(json.get("hash").isNull());
    assertTrue(json.get("reason").stringValue().contains("conda file"));
    assertFalse(json.has("state"));
  }
}
