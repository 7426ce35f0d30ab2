package dev.envlens.workspace;

import dev.envlens.database.Database;
import dev.envlens.definition.Definition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** An embedded workspace for a test, and a way to register in it. */
record Shelf(Database database, EmbeddedWorkspace workspace) implements AutoCloseable {

  static final Instant START = Instant.parse("2026-06-01T12:00:00Z");

  static Shelf in(Path folder) {
    return at(folder.resolve("workspace.db"), Clock.fixed(START, ZoneOffset.UTC));
  }

  static Shelf at(Path file, Clock clock) {
    var database = Database.open(file);
    return new Shelf(database, new EmbeddedWorkspace(database, clock));
  }

  /** The same later. */
  EmbeddedWorkspace later(Duration by) {
    return new EmbeddedWorkspace(database, Clock.fixed(START.plus(by), ZoneOffset.UTC));
  }

  Registration register(Definition definition) {
    return register(definition, Optional.empty(), Optional.empty());
  }

  Registration register(Definition definition, Optional<String> name, Optional<String> version) {
    return new Registrar(workspace)
        .register(definition, Project.surroundings(), request(name, version));
  }

  Registration preview(Definition definition) {
    return new Registrar(workspace)
        .preview(definition, Project.surroundings(), request(Optional.empty(), Optional.empty()));
  }

  static Registrar.Request request(Optional<String> name, Optional<String> version) {
    return new Registrar.Request(name, version, "environment.yml", "ada");
  }

  @Override
  public void close() {
    database.close();
  }
}
