package dev.envlens.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environments in the workspace, from the command line. */
class RegisterTest {

  private static final String TRAIN = "name: train\nimage: a/b:1\nconda_file: conda.yml\n";

  @TempDir private Path folder;

  private Desk desk() {
    return new Desk(folder)
        .file("env.yml", TRAIN)
        .file("conda.yml", "channels: [a]\ndependencies: [b=1]\n");
  }

  private static String hash(Desk desk, String file) {
    return desk.run("hash", file).exits(0).out().substring(0, 8);
  }

  @Test
  void registersListsShowsAndWritesBack() throws IOException {
    var desk = desk();
    String hash = hash(desk, "env.yml");
    assertEquals(
        "Registered train:1, hash " + hash + "\n", desk.run("register", "env.yml").exits(0).out());
    assertEquals(
        "Nothing changed: train:1 is this definition, hash " + hash + "\n",
        desk.run("register", "env.yml").exits(0).out());
    desk.file("env.yml", TRAIN + "description: For training.\ntags: {team: vision}\n");
    assertEquals(
        "Updated train:1: the same hash, " + hash + ", with other texts, description or tags\n",
        desk.run("register", "env.yml").exits(0).out());
    desk.file("conda.yml", "channels: [a]\ndependencies: [b=2]\n");
    assertTrue(desk.run("register", "env.yml").exits(0).out().startsWith("Registered train:2,"));
    assertEquals(
        hash(desk, "env.yml") + "  train:2  2 versions\n", desk.run("list").exits(0).out());
    String shown = desk.run("show", "train:1").exits(0).out();
    assertTrue(shown.contains("  about       For training.\n"), shown);
    assertTrue(shown.contains("  tag         team: vision\n"), shown);
    assertTrue(shown.contains("  from        env.yml\n"), shown);
    assertEquals(
        "Wrote train:1 to out/env.yml\n", desk.run("export", "train:1", "out").exits(0).out());
    assertEquals(hash, hash(desk, "out/env.yml"));
    assertEquals(
        "channels: [a]\ndependencies: [b=1]\n", Files.readString(folder.resolve("out/conda.yml")));
    assertTrue(desk.run("export", "train", "out").exits(1).err().contains("isn't an empty folder"));
  }

  @Test
  void theWorkspaceIsTheOneThatIsNamed() {
    var desk = desk();
    desk.run("register", "env.yml", "--workspace", "own/w.db").exits(0);
    assertTrue(Files.exists(folder.resolve("own/w.db")));
    assertFalse(Files.exists(folder.resolve(".user/data/workspace.db")));
    assertEquals("", desk.run("list").exits(0).out());
    assertFalse(desk.run("list", "--workspace", "own/w.db").exits(0).out().isEmpty());
    String named = folder.resolve("own/w.db").toString();
    assertFalse(desk.with("ENVLENS_WORKSPACE", named).run("list").exits(0).out().isEmpty());
  }

  @Test
  void aPreviewChangesNothing() {
    var desk = desk();
    assertEquals(
        "Would register train:1, hash " + hash(desk, "env.yml") + "\n",
        desk.run("register", "env.yml", "--preview").exits(0).out());
    assertEquals("", desk.run("list").exits(0).out());
  }

  @Test
  void aVersionThatIsTakenIsSaidBeforehandToo() {
    var desk = desk();
    desk.run("register", "env.yml", "--version", "7").exits(0);
    desk.file("env.yml", TRAIN.replace("b:1", "b:2"));
    String said = desk.run("register", "env.yml", "--version", "7").exits(1).err();
    assertTrue(said.contains("'train:7' is taken"), said);
    var preview =
        desk.run("register", "env.yml", "--version", "7", "--preview", "--format", "json").exits(1);
    assertEquals("taken", preview.json().path("outcome").asString());
    assertTrue(preview.json().path("reason").asString().contains("b:1 → "));
  }

  @Test
  void inlineEnvironmentsAreNamedByTheirPointer() {
    var desk =
        desk()
            .file(
                "job.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
                jobs:
                  one:
                    environment: {image: a}
                  two:
                    environment: {image: b}
                """);
    String said = desk.run("register", "job.yml", "--name", "x").exits(2).err();
    assertTrue(said.contains("defines 2 environments"), said);
    desk.run("register", "job.yml#/jobs/two/environment", "--name", "x").exits(0);
    desk.run("register", "job.yml", "--pointer", "/jobs/one/environment", "--name", "y").exits(0);
    said = desk.run("register", "job.yml#/jobs/two/environment").exits(1).err();
    assertTrue(said.contains("Say under which name"), said);
    assertEquals(
        List.of("x:1", "y:1"),
        desk.run("list").out().lines().map(line -> line.substring(10)).toList());
  }

  @Test
  void jsonHasTheFieldsThatAreDocumented() {
    var desk = desk();
    var registered = desk.run("register", "env.yml", "--format", "json").exits(0).json();
    assertEquals(
        List.of(
            "outcome",
            "name",
            "version",
            "hash",
            "kind",
            "description",
            "tags",
            "properties",
            "created",
            "createdBy",
            "modified",
            "source",
            "archived",
            "definition",
            "files"),
        List.copyOf(registered.propertyNames()));
    assertEquals("created", registered.path("outcome").asString());
    assertEquals("2026-06-01T12:00:00Z", registered.path("created").asString());
    assertEquals("conda.yml", registered.path("files").path(0).path("path").asString());
    var list = desk.run("list", "--format", "json").exits(0).json();
    assertEquals("train", list.path("environments").path(0).path("name").asString());
    var shown = desk.run("show", "train", "--format", "json").exits(0).json();
    assertEquals("1", shown.path("versions").path(0).path("version").asString());
  }

  @Test
  void whatIsArchivedIsHidden() {
    var desk = desk();
    desk.run("register", "env.yml").exits(0);
    assertEquals("Archived train\n", desk.run("archive", "train").exits(0).out());
    assertEquals("", desk.run("list").exits(0).out());
    assertTrue(desk.run("list", "--archived").exits(0).out().endsWith("  archived\n"));
    assertEquals(
        "Restored train:1\n", desk.run("archive", "azureml:train:1", "--restore").exits(0).out());
    assertFalse(desk.run("list").exits(0).out().isEmpty());
  }

  @Test
  void whatIsntThereIsSaid() {
    var desk = desk();
    for (String command : List.of("show", "archive")) {
      String said = desk.run(command, "none:3").exits(2).err();
      assertTrue(said.startsWith("envlens: There is no environment 'none:3' in the "), said);
    }
    assertTrue(desk.run("register", "none.yml").exits(2).err().contains("none.yml isn't there"));
    assertTrue(desk.run("register", "conda.yml").exits(2).err().contains("defines no environment"));
  }

  @Test
  void aDatabaseThatCantBeUsedIsSaidInOneLine() {
    var desk = desk().file("w.db", "no database ".repeat(500));
    for (List<String> command :
        List.of(List.of("list"), List.of("register", "env.yml"), List.of("check", "env.yml"))) {
      var arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--workspace", "w.db"));
      var answer = desk.run(arguments.toArray(String[]::new)).exits(2);
      assertEquals(1, answer.errorLines().size(), answer.err());
      assertTrue(answer.err().contains("w.db is no database."), answer.err());
    }
  }

  @Test
  void checkOpensTheDatabaseOnlyWhenItIsNamed() {
    var desk = new Desk(folder, UnaryOperator.identity()).file("env.yml", Desk.GOOD);
    desk.run("check", "env.yml").exits(0);
    assertFalse(Files.exists(folder.resolve(".user/data")));
    desk.run("check", "env.yml", "--workspace", "w.db").exits(0);
    assertTrue(Files.exists(folder.resolve("w.db")));
  }
}
