package dev.envlens.run;

import dev.envlens.database.Database;
import dev.envlens.definition.Contents;
import dev.envlens.definition.Source;
import dev.envlens.docker.DockerConnection;
import dev.envlens.files.DiskSurroundings;
import dev.envlens.files.FileUris;
import dev.envlens.progress.Progress;
import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import dev.envlens.workspace.EmbeddedWorkspace;
import dev.envlens.workspace.Registrar;
import dev.envlens.yaml.Yaml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder to run commands in, with a real engine, workspace and database. */
final class Bench implements AutoCloseable {

  static final String BASE = "envlens-runs-base:1";

  private final Path folder;
  private final Database database;
  private final EmbeddedWorkspace workspace;
  private final DockerConnection docker;
  private final Runs runs;

  /** What came of a run. */
  record Ran(RunRecord record, String out, String err) {
    int status() {
      return record.end().orElseThrow().status();
    }
  }

  /**
   * @param host the engine's address
   * @param path of the programs that make conda environments
   */
  Bench(Path folder, String host, String path) {
    this.folder = folder;
    this.database = Database.open(folder.resolve(".user/workspace.db"));
    this.workspace = new EmbeddedWorkspace(database, Clock.systemUTC());
    this.docker = DockerConnection.to(MachineSettings.of(Map.of("DOCKER_HOST", host), true));
    this.runs =
        new Runs(
            workspace,
            new RunLog(database),
            new Runs.Places(
                new ContainerPlace(
                    () -> docker, (definition, around, source, progress) -> image(BASE)),
                new CondaPlace(
                    folder.resolve(".user/conda"), Map.of("PATH", path), () -> workspace)),
            Clock.systemUTC());
  }

  /** With the engine that tests share. */
  static Bench at(Path folder) {
    return new Bench(folder, DockerEngine.shared().host(), "/nowhere");
  }

  /** The base image that all runs in containers use, in the engine that tests share. */
  static void makeBase() {
    DockerEngine.shared()
        .base(BASE, Map.of("/usr/bin/hello", "#!/bin/sh\necho hello \"$@\"\n", "/etc/data", "x"));
  }

  private RunImage image(String tag) {
    return new RunImage(tag, docker.client().inspectImageCmd(tag).exec().getId());
  }

  Runs runs() {
    return runs;
  }

  EmbeddedWorkspace workspace() {
    return workspace;
  }

  Bench file(String path, String text) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String path) {
    try {
      return Files.readString(folder.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ran run(String file, String... command) {
    return run(file, false, "", Progress.unwatched(), command);
  }

  Ran conda(String file, String... command) {
    return run(file, true, "", Progress.unwatched(), command);
  }

  Ran run(String file, boolean conda, String input, Progress progress, String... command) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    var streams =
        new Streams(Optional.of(input).filter(text -> !text.isEmpty()).map(text -> in), out, err);
    var record = run(file, conda, streams, progress, command);
    return new Ran(
        record, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  RunRecord run(String file, boolean conda, Streams streams, Progress progress, String... command) {
    var around = new DiskSurroundings(1 << 20);
    var source = new Source(FileUris.of(folder.resolve(file)), Yaml.parse(text(file)));
    return runs.run(
        Contents.of(source, around).definitions().get(0),
        around,
        new Runs.Request(
            List.of(command),
            folder,
            Optional.of("host").filter(network -> !conda),
            conda,
            new Registrar.Request(Optional.empty(), Optional.empty(), file, "ada")),
        streams,
        progress);
  }

  @Override
  public void close() {
    docker.close();
    database.close();
  }
}
