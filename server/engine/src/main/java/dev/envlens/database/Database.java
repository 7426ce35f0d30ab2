package dev.envlens.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * A SQLite file in WAL mode. Several threads and processes may use it at once: readers never wait,
 * writers wait for each other. What a transaction has returned from is on the disk.
 */
public final class Database implements AutoCloseable {

  /** How long a writer waits for another process's transaction. */
  private static final int PATIENCE_MILLIS = 10_000;

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
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var config = new SQLiteConfig();
      config.setJournalMode(JournalMode.WAL);
      config.setSynchronous(SynchronousMode.FULL);
      config.setTransactionMode(TransactionMode.IMMEDIATE);
      config.setBusyTimeout(PATIENCE_MILLIS);
      config.enforceForeignKeys(true);
      var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
      var database = new Database(file, connection);
      if (Migrations.version(connection) != Migrations.STEPS.size()) {
        database.write(
            inside -> {
              Migrations.run(inside);
              return null;
            });
      }
      return database;
    } catch (IOException | SQLException e) {
      throw fault(file, e);
    }
  }

  public Path file() {
    return file;
  }

  /** Reads one state of it: what others write meanwhile isn't seen. */
  public synchronized <T> T read(Work<T> work) {
    try {
      execute("BEGIN DEFERRED");
      try {
        return work.in(connection);
      } finally {
        execute("ROLLBACK");
      }
    } catch (SQLException e) {
      throw fault(file, e);
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
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }

  private static DatabaseFault fault(Path file, Exception cause) {
    return new DatabaseFault(
        "Can't use the workspace's database %s: %s.".formatted(file, cause.getMessage()), cause);
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(file, e);
    }
  }
}
