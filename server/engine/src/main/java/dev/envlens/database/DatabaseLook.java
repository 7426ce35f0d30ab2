package dev.envlens.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * What can be said of a database without changing it, not even its form.
 *
 * @param form how many steps have made it what it is
 * @param bytes the size of the file
 */
public record DatabaseLook(int form, long bytes) {

  private static final int PATIENCE_MILLIS = 3_000;

  /**
   * Looks at {@code file}, which is there, and checks that it is whole.
   *
   * @throws DatabaseFault when it isn't, can't be read, or a newer envlens wrote it
   */
  public static DatabaseLook at(Path file) {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(PATIENCE_MILLIS);
    try (var connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        var statement = connection.createStatement();
        var answer = statement.executeQuery("PRAGMA quick_check(1)")) {
      String found = answer.next() ? answer.getString(1) : "nothing";
      if (!found.equals("ok")) {
        throw new DatabaseFault(Faults.damaged(file), null);
      }
      int form = Migrations.version(connection);
      Migrations.requireKnown(form, file);
      return new DatabaseLook(form, Files.size(file));
    } catch (SQLException | IOException e) {
      throw Faults.of(file, e);
    }
  }
}
