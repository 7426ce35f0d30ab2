package dev.envlens.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The steps that bring a database from one version to the next. A step that was released is never
 * changed; SQLite's {@code user_version} says how many were made.
 */
final class Migrations {

  /** Resources of this package, in order: the first makes version 1. */
  static final List<String> STEPS =
      List.of(
          "workspace.sql", //
          "builds.sql",
          "runs.sql",
          "images.sql");

  private Migrations() {}

  /**
   * Makes the steps that {@code connection}, which is in a write transaction, lacks.
   *
   * @param file the database, for messages
   * @throws DatabaseFault when a newer envlens wrote it
   */
  static void run(Connection connection, Path file) throws SQLException {
    int version = version(connection);
    requireKnown(version, file);
    for (String step : STEPS.subList(version, STEPS.size())) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate(text(step)); // all of the script, unlike execute
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + STEPS.size());
    }
  }

  /**
   * @throws DatabaseFault when {@code version} is one that only a newer envlens knows
   */
  static void requireKnown(int version, Path file) {
    if (version > STEPS.size()) {
      throw new DatabaseFault(
          "The workspace's database %s was written by a newer envlens: its form is %d, and this one knows %d. Update envlens, or name another by --workspace."
              .formatted(file, version, STEPS.size()),
          null);
    }
  }

  static int version(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery("PRAGMA user_version")) {
      return answer.next() ? answer.getInt(1) : 0;
    }
  }

  private static String text(String step) {
    try (InputStream in = Migrations.class.getResourceAsStream(step)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
