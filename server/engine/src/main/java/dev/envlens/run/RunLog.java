package dev.envlens.run;

import dev.envlens.database.Database;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.Slice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runs of this machine, in the database. Any thread may ask. */
public final class RunLog {

  private static final String COLUMNS =
      "id, started, took, status, way, environment, version, hash, image, digest, command, folder";

  private final Database database;

  public RunLog(Database database) {
    this.database = database;
  }

  /** Notes that something starts, and answers its id. */
  long started(Instant when, RunRecord.What what) {
    return database.write(connection -> insert(connection, when, what));
  }

  private static long insert(Connection connection, Instant when, RunRecord.What what)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO run (started, way, environment, version, hash, image, digest, command,"
                + " folder) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
      insert.setLong(1, when.toEpochMilli());
      insert.setString(2, what.place());
      insert.setString(3, what.environment().name());
      insert.setString(4, what.environment().version());
      insert.setString(5, what.hash());
      text(insert, 6, what.image().map(RunImage::reference));
      text(insert, 7, what.image().map(RunImage::digest));
      insert.setString(8, JsonMapper.shared().writeValueAsString(what.command()));
      insert.setString(9, what.folder());
      try (var answer = insert.executeQuery()) {
        answer.next();
        return answer.getLong(1);
      }
    }
  }

  private static void text(PreparedStatement statement, int at, Optional<String> text)
      throws SQLException {
    if (text.isPresent()) {
      statement.setString(at, text.get());
    } else {
      statement.setNull(at, Types.VARCHAR);
    }
  }

  /** Notes how it ended. */
  void ended(long id, RunRecord.End end) {
    database.write(
        connection -> {
          try (var update =
              connection.prepareStatement("UPDATE run SET took = ?, status = ? WHERE id = ?")) {
            update.setLong(1, end.took().toMillis());
            update.setInt(2, end.status());
            update.setLong(3, id);
            return update.executeUpdate();
          }
        });
  }

  /**
   * A page of the runs, the newest first.
   *
   * @param most how many
   * @param next empty for the first page, else what the page before said
   */
  Slice<RunRecord> list(int most, Optional<Long> next) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT " + COLUMNS + " FROM run WHERE id < ? ORDER BY id DESC LIMIT ?")) {
            select.setLong(1, next.orElse(Long.MAX_VALUE));
            select.setInt(2, most + 1);
            List<RunRecord> runs = records(select);
            boolean more = runs.size() > most;
            List<RunRecord> page = more ? runs.subList(0, most) : runs;
            return new Slice<>(
                page,
                more ? Optional.of(Long.toString(page.get(most - 1).id())) : Optional.empty());
          }
        });
  }

  Optional<RunRecord> find(long id) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement("SELECT " + COLUMNS + " FROM run WHERE id = ?")) {
            select.setLong(1, id);
            return records(select).stream().findFirst();
          }
        });
  }

  /** The ids that are nearest to {@code id}, in their order; at most {@code most}. */
  List<Long> near(long id, int most) {
    return database.read(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "SELECT id FROM (SELECT id FROM run ORDER BY abs(id - ?) LIMIT ?) ORDER BY id")) {
            select.setLong(1, id);
            select.setInt(2, most);
            List<Long> ids = new ArrayList<>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getLong(1));
              }
            }
            return ids;
          }
        });
  }

  private static List<RunRecord> records(PreparedStatement select) throws SQLException {
    List<RunRecord> records = new ArrayList<>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        records.add(record(rows));
      }
    }
    return records;
  }

  private static RunRecord record(ResultSet row) throws SQLException {
    long took = row.getLong("took");
    Optional<RunRecord.End> end =
        row.wasNull()
            ? Optional.empty()
            : Optional.of(new RunRecord.End(Duration.ofMillis(took), row.getInt("status")));
    String digest = row.getString("digest");
    var image =
        Optional.ofNullable(row.getString("image"))
            .map(reference -> new RunImage(reference, digest));
    List<String> command =
        JsonMapper.shared()
            .readTree(row.getString("command"))
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    return new RunRecord(
        row.getLong("id"),
        Instant.ofEpochMilli(row.getLong("started")),
        end,
        new RunRecord.What(
            row.getString("way"),
            new EnvironmentVersion.Id(row.getString("environment"), row.getString("version")),
            row.getString("hash"),
            image,
            command,
            row.getString("folder")));
  }
}
