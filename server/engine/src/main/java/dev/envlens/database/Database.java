package dev.envlens.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * A SQLite file in WAL mode. Several threads and processes may use it at once: readers never wait,
 * writers wait for each other. What a transaction has returned from is on the disk.
 */
public final class Database implements AutoCloseable {

  /** How long a writer waits for another process's transaction. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path file;
  private final Connection connection;

  private Database(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** Something to do within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Opens the database, making it and its folder where there is none.
   *
   * @throws DatabaseFault when that can't be done, or a newer envlens wrote it
   */
  public static Database open(Path file) {
    return open(file, PATIENCE);
  }

  /** The same for whoever can't wait that long for another process's transaction. */
  static Database open(Path file, Duration patience) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var database = new Database(file, connect(file, patience));
      try {
        database.migrate();
        return database;
      } catch (SQLException | RuntimeException e) {
        database.connection.close();
        throw e;
      }
    } catch (IOException | SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private static Connection connect(Path file, Duration patience) throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout((int) patience.toMillis());
    config.enforceForeignKeys(true);
    return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }

  private void migrate() throws SQLException {
    if (Migrations.version(connection) != Migrations.STEPS.size()) {
      write(
          inside -> {
            Migrations.run(inside, file);
            return null;
          });
    }
  }

  public Path file() {
    return file;
  }

  /** Reads one state of it: what others write meanwhile isn't seen. */
  public synchronized <T> T read(Work<T> work) {
    try {
      execute("BEGIN DEFERRED");
      T result;
      try {
        result = work.in(connection);
      } catch (SQLException | RuntimeException e) {
        undo(e);
        throw e;
      }
      execute("ROLLBACK");
      return result;
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Writes all that {@code work} does, or nothing when it fails. */
  public synchronized <T> T write(Work<T> work) {
    try {
      // Not by setAutoCommit: when its transaction can't begin, the driver believes that it has,
      // and
      // what is written from then on is in none.
      execute("BEGIN IMMEDIATE");
      try {
        T result = work.in(connection);
        execute("COMMIT");
        return result;
      } catch (SQLException | RuntimeException e) {
        undo(e);
        throw e;
      }
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }

  /** SQLite ends a transaction by itself after some faults; the fault is what matters then. */
  private void undo(Exception fault) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      fault.addSuppressed(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw Faults.of(file, e);
    }
  }
}
