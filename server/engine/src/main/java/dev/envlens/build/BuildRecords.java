package dev.envlens.build;

import dev.envlens.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The builds of this machine, newest first, in the database. */
public final class BuildRecords {

  private static final String COLUMNS =
      "id, hash, environment, started, took, outcome, reference, image, base, base_digest, error, log";

  private final Database database;

  public BuildRecords(Database database) {
    this.database = database;
  }

  void add(BuildRecord record) {
    database.write(
        connection -> {
          insert(connection, record);
          insertSteps(connection, record);
          return null;
        });
  }

  /** One build. */
  public Optional<BuildRecord> find(String id) {
    return select("WHERE id = ?", id, 1).stream().findFirst();
  }

  /**
   * The builds of a hash.
   *
   * @param hash 64 hex digits
   */
  public List<BuildRecord> of(String hash, int limit) {
    return select("WHERE hash = ?", hash, limit);
  }

  /** The newest build of a hash that gave an image: how long that took, and of which base. */
  public Optional<BuildRecord> lastBuilt(String hash) {
    return select("WHERE outcome = 'built' AND hash = ?", hash, 1).stream().findFirst();
  }

  /** The newest build of a hash, if that one failed. */
  public Optional<BuildRecord> lastFailure(String hash) {
    return select("WHERE outcome <> 'cancelled' AND hash = ?", hash, 1).stream()
        .filter(record -> record.outcome() == BuildRecord.Outcome.FAILED)
        .findFirst();
  }

  private static void insert(Connection connection, BuildRecord record) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO builds(%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                .formatted(COLUMNS))) {
      var image = record.image();
      insert.setString(1, record.id());
      insert.setString(2, record.hash());
      text(insert, 3, record.environment());
      insert.setLong(4, record.started().toEpochMilli());
      insert.setLong(5, record.took().toMillis());
      insert.setString(6, record.outcome().name().toLowerCase(Locale.ROOT));
      text(insert, 7, image.map(BuildRecord.Image::reference));
      text(insert, 8, image.map(BuildRecord.Image::id));
      text(insert, 9, image.flatMap(BuildRecord.Image::base));
      text(insert, 10, image.flatMap(BuildRecord.Image::baseDigest));
      text(insert, 11, record.error());
      insert.setString(12, record.log().toString());
      insert.executeUpdate();
    }
  }

  private static void insertSteps(Connection connection, BuildRecord record) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO build_steps(build, position, number, total, instruction, took, cached)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (var step : record.steps()) {
        insert.setString(1, record.id());
        insert.setInt(2, position++);
        insert.setInt(3, step.number());
        insert.setInt(4, step.total());
        insert.setString(5, step.instruction());
        insert.setLong(6, step.took().toMillis());
        insert.setBoolean(7, step.cached());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private List<BuildRecord> select(String where, String value, int limit) {
    return database.read(
        connection -> {
          List<BuildRecord> records = new ArrayList<>();
          try (var select =
              connection.prepareStatement(
                  "SELECT %s FROM builds %s ORDER BY started DESC, rowid DESC LIMIT ?"
                      .formatted(COLUMNS, where))) {
            select.setString(1, value);
            select.setInt(2, limit);
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                records.add(record(connection, rows));
              }
            }
          }
          return records;
        });
  }

  private static BuildRecord record(Connection connection, ResultSet row) throws SQLException {
    String reference = row.getString("reference");
    Optional<BuildRecord.Image> image =
        reference == null
            ? Optional.empty()
            : Optional.of(
                new BuildRecord.Image(
                    reference,
                    row.getString("image"),
                    Optional.ofNullable(row.getString("base")),
                    Optional.ofNullable(row.getString("base_digest"))));
    return new BuildRecord(
        row.getString("id"),
        row.getString("hash"),
        Optional.ofNullable(row.getString("environment")),
        Instant.ofEpochMilli(row.getLong("started")),
        Duration.ofMillis(row.getLong("took")),
        BuildRecord.Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        image,
        Optional.ofNullable(row.getString("error")),
        Path.of(row.getString("log")),
        steps(connection, row.getString("id")));
  }

  private static List<BuildStep> steps(Connection connection, String build) throws SQLException {
    List<BuildStep> steps = new ArrayList<>();
    try (var select =
        connection.prepareStatement(
            "SELECT number, total, instruction, took, cached FROM build_steps"
                + " WHERE build = ? ORDER BY position")) {
      select.setString(1, build);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          steps.add(
              new BuildStep(
                  rows.getInt(1),
                  rows.getInt(2),
                  rows.getString(3),
                  Duration.ofMillis(rows.getLong(4)),
                  rows.getBoolean(5)));
        }
      }
    }
    return steps;
  }

  private static void text(PreparedStatement statement, int index, Optional<String> text)
      throws SQLException {
    statement.setString(index, text.orElse(null));
  }
}
