package dev.envlens.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that can't be used says so in a sentence; an older one is brought up to date. */
class DatabaseTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("data/workspace.db");
  }

  private static int version(Database database) {
    return database.read(Migrations::version);
  }

  private String refusal() {
    return assertThrows(DatabaseFault.class, () -> Database.open(file)).getMessage();
  }

  @Test
  void aNewOneHasTheNewestForm() {
    try (var database = Database.open(file)) {
      assertEquals(Migrations.STEPS.size(), version(database));
    }
  }

  @Test
  void anEmptyOneOfAnOlderFormIsBroughtUpToDateOnce() throws SQLException, IOException {
    Files.createDirectories(file.getParent());
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (text TEXT)");
      statement.execute("INSERT INTO kept VALUES ('still here')");
    }
    for (int i = 0; i < 2; i++) {
      try (var database = Database.open(file)) {
        assertEquals(Migrations.STEPS.size(), version(database));
        assertEquals(
            "still here",
            database.read(
                connection -> {
                  try (var statement = connection.createStatement();
                      var rows = statement.executeQuery("SELECT text FROM kept")) {
                    rows.next();
                    return rows.getString(1);
                  }
                }));
      }
    }
  }

  @Test
  void aNewerOneIsLeftAlone() throws SQLException {
    Database.open(file).close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 999");
    }
    assertEquals(
        "The workspace's database %s was written by a newer envlens: its form is 999, and this one knows %d. Update envlens, or name another by --workspace."
            .formatted(file, Migrations.STEPS.size()),
        refusal());
  }

  @Test
  void whatIsNoDatabaseIsLeftAlone() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "name: train\n".repeat(1000));
    assertEquals(
        file + " is no database. Move it away, or name another by --workspace.", refusal());
    assertEquals("name: train\n".repeat(1000), Files.readString(file));
  }

  @Test
  void aDamagedOneSaysSo() throws IOException {
    Database.open(file).close();
    try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
      // All but the header, which says what the file is.
      bytes.seek(100);
      bytes.write(new byte[(int) bytes.length() - 100]);
    }
    String said =
        assertThrows(
                DatabaseFault.class,
                () -> {
                  try (var database = Database.open(file)) {
                    database.read(
                        connection -> {
                          try (var statement = connection.createStatement()) {
                            return statement.execute("SELECT count(*) FROM version");
                          }
                        });
                  }
                })
            .getMessage();
    assertEquals(
        "The workspace's database %s is damaged. Put a copy of it in its place, or move it away together with its files -wal and -shm: the next use makes a new one."
            .formatted(file),
        said);
  }

  @Test
  void aFolderInItsPlaceCantBeOpened() throws IOException {
    Files.createDirectories(file);
    assertEquals(
        "Can't open the workspace's database %s: %s can't be written. Change its permissions, or name another by --workspace."
            .formatted(file, file),
        refusal());
  }

  @Test
  void aFileInTheFoldersPlaceIsNamed() throws IOException {
    Files.writeString(folder.resolve("data"), "");
    assertEquals(
        "Can't make the workspace's database %s: %s is a file, not a folder. Move it, or name another by --workspace."
            .formatted(file, folder.resolve("data")),
        refusal());
  }

  @Test
  void whoeverWaitedInVainWritesAllOrNothingLater() throws SQLException {
    try (var database = Database.open(file, Duration.ofMillis(50))) {
      try (var other = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = other.createStatement()) {
        statement.execute("BEGIN EXCLUSIVE");
        String said =
            assertThrows(DatabaseFault.class, () -> add(database, "refused")).getMessage();
        assertTrue(said.contains("busy for long"), said);
        statement.execute("ROLLBACK");
      }
      assertThrows(
          IllegalStateException.class,
          () ->
              database.write(
                  connection -> {
                    insert(connection, "half");
                    throw new IllegalStateException("in the middle");
                  }));
      assertEquals(0, environments(database));
      add(database, "whole");
      assertEquals(1, environments(database));
    }
  }

  private static void add(Database database, String name) {
    database.write(
        connection -> {
          insert(connection, name);
          return null;
        });
  }

  private static void insert(Connection connection, String name) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("INSERT INTO environment (name) VALUES ('%s')".formatted(name));
    }
  }

  private static int environments(Database database) {
    return database.<Integer>read(
        connection -> {
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery("SELECT count(*) FROM environment")) {
            return rows.getInt(1);
          }
        });
  }

  @Test
  void aFailedTransactionLeavesNothing() {
    try (var database = Database.open(file)) {
      assertThrows(
          DatabaseFault.class,
          () ->
              database.write(
                  connection -> {
                    try (var statement = connection.createStatement()) {
                      statement.execute("INSERT INTO environment (name) VALUES ('half')");
                      return statement.execute("INSERT INTO nothing VALUES (1)");
                    }
                  }));
      assertEquals(0, environments(database));
    }
  }
}
