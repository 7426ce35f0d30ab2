package dev.envlens.workspace;

import dev.envlens.workspace.EnvironmentVersion.Content;
import dev.envlens.workspace.EnvironmentVersion.History;
import dev.envlens.workspace.EnvironmentVersion.Notes;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables of environments and their versions, within one transaction. */
final class VersionRows {

  private static final String SELECT =
      """
      SELECT version.id, name, version, kind, hash, canonical_json, definition, description,
             source, created, created_by, modified, archived
      FROM version JOIN environment ON environment.id = version.environment
      """;

  private final Connection connection;

  VersionRows(Connection connection) {
    this.connection = connection;
  }

  /** A version and the id of its row. */
  record Row(long id, EnvironmentVersion version) {
    String hash() {
      return version.content().hash();
    }
  }

  Optional<Row> find(EnvironmentVersion.Id id) throws SQLException {
    return query(SELECT + "WHERE name = ? AND version = ?", id.name(), id.version()).stream()
        .findFirst();
  }

  /** The one that was registered last, of those that aren't archived if there are such. */
  Optional<Row> newest(String name) throws SQLException {
    return query(SELECT + "WHERE name = ? ORDER BY archived, version.id DESC LIMIT 1", name)
        .stream()
        .findFirst();
  }

  List<Row> versions(String name, long before, int most) throws SQLException {
    return query(
        SELECT + "WHERE name = ? AND version.id < ? ORDER BY version.id DESC LIMIT ?",
        name,
        before,
        most);
  }

  List<EnvironmentVersion> sharing(String hash) throws SQLException {
    return query(SELECT + "WHERE hash = ? ORDER BY name, version.id", hash).stream()
        .map(Row::version)
        .toList();
  }

  List<EnvironmentSummary> summaries(boolean archived, String after, int most) throws SQLException {
    String sql =
        """
        SELECT name, count(*), min(archived), max(modified),
               (SELECT v.id FROM version v WHERE v.environment = environment.id
                ORDER BY v.archived, v.id DESC LIMIT 1) AS newest
        FROM environment JOIN version ON version.environment = environment.id
        WHERE name > ?
        GROUP BY environment.id
        HAVING min(archived) <= ?
        ORDER BY name LIMIT ?
        """;
    List<EnvironmentSummary> found = new ArrayList<>();
    try (var query = prepare(sql, after, archived ? 1 : 0, most);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(summary(rows));
      }
    }
    return found;
  }

  private EnvironmentSummary summary(ResultSet row) throws SQLException {
    try (var query = prepare("SELECT version, hash FROM version WHERE id = ?", row.getLong(5));
        var newest = query.executeQuery()) {
      newest.next();
      return new EnvironmentSummary(
          row.getString(1),
          row.getInt(2),
          newest.getString(1),
          newest.getString(2),
          Instant.ofEpochMilli(row.getLong(4)),
          row.getInt(3) != 0);
    }
  }

  /** One more than the highest whole number among the versions of {@code name}. */
  String nextVersion(String name) throws SQLException {
    var highest = BigInteger.ZERO;
    String sql =
        """
        SELECT version FROM version JOIN environment ON environment.id = version.environment
        WHERE name = ? AND version NOT GLOB '*[^0-9]*'
        """;
    try (var query = prepare(sql, name);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        highest = highest.max(new BigInteger(rows.getString(1)));
      }
    }
    return highest.add(BigInteger.ONE).toString();
  }

  void insert(EnvironmentVersion version) throws SQLException {
    execute("INSERT OR IGNORE INTO environment (name) VALUES (?)", version.id().name());
    execute(
        """
        INSERT INTO version (environment, version, kind, hash, canonical_json, definition,
            description, source, created, created_by, modified, archived)
        VALUES ((SELECT id FROM environment WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        version.id().name(),
        version.id().version(),
        version.content().kind(),
        version.content().hash(),
        version.content().canonicalJson(),
        version.content().definition(),
        version.notes().description(),
        version.history().source(),
        version.history().created().toEpochMilli(),
        version.history().createdBy(),
        version.history().modified().toEpochMilli(),
        version.history().archived() ? 1 : 0);
    insertParts(find(version.id()).orElseThrow().id(), version);
  }

  /** Makes the row {@code id} what {@code version} is; its hash is the same. */
  void update(long id, EnvironmentVersion version) throws SQLException {
    execute(
        """
        UPDATE version SET kind = ?, definition = ?, description = ?, source = ?, modified = ?,
            archived = ?
        WHERE id = ?
        """,
        version.content().kind(),
        version.content().definition(),
        version.notes().description(),
        version.history().source(),
        version.history().modified().toEpochMilli(),
        version.history().archived() ? 1 : 0,
        id);
    execute("DELETE FROM note WHERE version = ?", id);
    execute("DELETE FROM stored_file WHERE version = ?", id);
    insertParts(id, version);
  }

  private void insertParts(long id, EnvironmentVersion version) throws SQLException {
    insertNotes(id, "tag", version.notes().tags());
    insertNotes(id, "property", version.notes().properties());
    for (StoredFile file : version.content().files()) {
      execute(
          "INSERT INTO stored_file (version, path, sha256, size, executable, link)"
              + " VALUES (?, ?, ?, ?, ?, ?)",
          id,
          file.path(),
          file.sha256(),
          file.size(),
          file.executable() ? 1 : 0,
          file.link().orElse(null));
    }
  }

  private void insertNotes(long id, String kind, Map<String, String> notes) throws SQLException {
    for (var note : notes.entrySet()) {
      execute(
          "INSERT INTO note (version, kind, name, value) VALUES (?, ?, ?, ?)",
          id,
          kind,
          note.getKey(),
          note.getValue());
    }
  }

  /** How many versions there were to put away or to take out. */
  int archive(String name, Optional<String> version, boolean archived) throws SQLException {
    String all =
        "UPDATE version SET archived = ?"
            + " WHERE environment = (SELECT id FROM environment WHERE name = ?)";
    return version.isPresent()
        ? execute(all + " AND version = ?", archived ? 1 : 0, name, version.get())
        : execute(all, archived ? 1 : 0, name);
  }

  private List<Row> query(String sql, Object... values) throws SQLException {
    List<Row> found = new ArrayList<>();
    try (var query = prepare(sql, values);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(row(rows));
      }
    }
    return found;
  }

  private Row row(ResultSet row) throws SQLException {
    long id = row.getLong("id");
    var content =
        new Content(
            row.getString("kind"),
            row.getString("hash"),
            row.getString("canonical_json"),
            row.getString("definition"),
            files(id));
    var history =
        new History(
            Instant.ofEpochMilli(row.getLong("created")),
            row.getString("created_by"),
            Instant.ofEpochMilli(row.getLong("modified")),
            row.getString("source"),
            row.getInt("archived") != 0);
    var notes = new Notes(row.getString("description"), notes(id, "tag"), notes(id, "property"));
    var name = new EnvironmentVersion.Id(row.getString("name"), row.getString("version"));
    return new Row(id, new EnvironmentVersion(name, content, notes, history));
  }

  private Map<String, String> notes(long id, String kind) throws SQLException {
    Map<String, String> notes = new TreeMap<>();
    try (var query =
            prepare("SELECT name, value FROM note WHERE version = ? AND kind = ?", id, kind);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        notes.put(rows.getString(1), rows.getString(2));
      }
    }
    return notes;
  }

  private List<StoredFile> files(long id) throws SQLException {
    List<StoredFile> files = new ArrayList<>();
    String sql =
        "SELECT path, sha256, size, executable, link FROM stored_file"
            + " WHERE version = ? ORDER BY path";
    try (var query = prepare(sql, id);
        var rows = query.executeQuery()) {
      while (rows.next()) {
        files.add(
            new StoredFile(
                rows.getString(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getInt(4) != 0,
                Optional.ofNullable(rows.getString(5))));
      }
    }
    return files;
  }

  private int execute(String sql, Object... values) throws SQLException {
    try (var statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
