package dev.envlens.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
          "workspace.sql" //
          );

  private Migrations() {}

  /** Makes the steps that {@code connection}, which is in a write transaction, lacks. */
  static void run(Connection connection) throws SQLException {
    int version = version(connection);
    if (version > STEPS.size()) {
      throw new SQLException(
          "it was written by a newer envlens (version %d of the form, this one knows %d): update"
              .formatted(version, STEPS.size()));
    }
    for (String step : STEPS.subList(version, STEPS.size())) {
      try (var statement = connection.createStatement()) {
        statement.executeUpdate(text(step)); // all of the script, unlike execute
      }
    }
    try (var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + STEPS.size());
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
