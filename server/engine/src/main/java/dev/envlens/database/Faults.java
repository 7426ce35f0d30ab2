package dev.envlens.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What became of the database, in words. */
final class Faults {

  private static final String ANOTHER = "name another by --workspace";

  private Faults() {}

  static DatabaseFault of(Path file, Exception cause) {
    return new DatabaseFault(sentence(file, cause), cause);
  }

  private static String sentence(Path file, Exception cause) {
    if (cause instanceof SQLiteException sqlite) {
      return sentence(file, sqlite.getResultCode());
    }
    if (cause instanceof AccessDeniedException denied) {
      return notWritable(file, denied.getFile());
    }
    if (cause instanceof FileAlreadyExistsException there) {
      return "Can't make the workspace's database %s: %s is a file, not a folder. Move it, or %s."
          .formatted(file, there.getFile(), ANOTHER);
    }
    if (cause instanceof IOException io) {
      String why = io instanceof FileSystemException f ? f.getReason() : io.getMessage();
      return "Can't make the folder of the workspace's database %s%s. Make it, or %s."
          .formatted(file, why == null ? "" : ": " + why, ANOTHER);
    }
    return "Can't use the workspace's database %s: %s.".formatted(file, cause.getMessage());
  }

  /** The low byte of a code is its kind; SQLite's extended codes say more above it. */
  private static String sentence(Path file, SQLiteErrorCode code) {
    return switch (code.code & 0xFF) {
      case 26 -> // SQLITE_NOTADB
          "%s is no database. Move it away, or %s.".formatted(file, ANOTHER);
      case 11 -> // SQLITE_CORRUPT
          damaged(file);
      case 3, 8, 14, 23 -> // SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH
          notWritable(file, file.toString());
      case 5, 6 -> // SQLITE_BUSY, SQLITE_LOCKED
          "Another program has kept the workspace's database %s busy for long. Try again."
              .formatted(file);
      case 13 -> // SQLITE_FULL
          "No space is left for the workspace's database %s. Free some.".formatted(file);
      default -> "Can't use the workspace's database %s: %s.".formatted(file, code.message.strip());
    };
  }

  static String damaged(Path file) {
    return "The workspace's database %s is damaged. Put a copy of it in its place, or move it away together with its files -wal and -shm: the next use makes a new one."
        .formatted(file);
  }

  private static String notWritable(Path file, String what) {
    return "Can't open the workspace's database %s: %s can't be written. Change its permissions, or %s."
        .formatted(file, what, ANOTHER);
  }
}
