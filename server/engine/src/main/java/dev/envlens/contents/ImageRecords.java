package dev.envlens.contents;

import dev.envlens.database.Database;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.InstalledPackage;
import dev.envlens.known.InstalledPackage.Origin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is in the images that were built here, kept in the database: one record a hash. */
public final class ImageRecords {

  private final Database database;

  public ImageRecords(Database database) {
    this.database = database;
  }

  /** Keeps {@code image} in place of what was known of its hash. */
  public void save(ImageRecord image) {
    database.write(
        connection -> {
          delete(connection, image.hash());
          insert(connection, image);
          return null;
        });
  }

  /** Forgets an image, as when it is gone. */
  public void forget(String hash) {
    database.write(
        connection -> {
          delete(connection, hash);
          return null;
        });
  }

  /**
   * The image with this hash.
   *
   * @param hash 64 hex digits, or the first 32 that stand in an image's name
   */
  public Optional<ImageRecord> find(String hash) {
    return database.read(
        connection -> {
          try (var question =
              connection.prepareStatement(
                  "SELECT * FROM built_image WHERE hash >= ? AND hash < ? || 'g' ORDER BY hash LIMIT 1")) {
            question.setString(1, hash);
            question.setString(2, hash);
            try (var answer = question.executeQuery()) {
              return answer.next()
                  ? Optional.of(image(connection, answer))
                  : Optional.<ImageRecord>empty();
            }
          }
        });
  }

  private static void delete(Connection connection, String hash) throws SQLException {
    try (var statement = connection.prepareStatement("DELETE FROM built_image WHERE hash = ?")) {
      statement.setString(1, hash);
      statement.executeUpdate();
    }
  }

  private static void insert(Connection connection, ImageRecord image) throws SQLException {
    try (var statement =
        connection.prepareStatement("INSERT INTO built_image VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      statement.setString(1, image.hash());
      statement.setString(2, image.id());
      statement.setLong(3, image.built().toEpochMilli());
      statement.setString(4, image.base().map(BuiltImage.Base::reference).orElse(null));
      statement.setString(5, image.base().map(BuiltImage.Base::digest).orElse(null));
      statement.setString(6, image.contents().prefix().orElse(null));
      statement.setString(7, image.contents().python().orElse(null));
      statement.setString(8, image.contents().os().orElse(null));
      statement.executeUpdate();
    }
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO built_image_package VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      int position = 0;
      for (var found : image.contents().packages()) {
        statement.setString(1, image.hash());
        statement.setInt(2, position++);
        statement.setString(3, found.installed().origin().name());
        statement.setString(4, found.installed().name());
        statement.setString(5, found.installed().version());
        statement.setString(6, found.installed().channel().orElse(null));
        statement.setString(7, found.prefix());
        statement.setBoolean(8, found.requested());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static ImageRecord image(Connection connection, ResultSet row) throws SQLException {
    String hash = row.getString("hash");
    String base = row.getString("base_reference");
    String digest = row.getString("base_digest");
    return new ImageRecord(
        hash,
        row.getString("image_id"),
        Instant.ofEpochMilli(row.getLong("built")),
        base == null || digest == null
            ? Optional.empty()
            : Optional.of(new BuiltImage.Base(base, digest)),
        new ImageContents(
            packages(connection, hash),
            Optional.ofNullable(row.getString("prefix")),
            Optional.ofNullable(row.getString("python")),
            Optional.ofNullable(row.getString("os"))));
  }

  private static List<FoundPackage> packages(Connection connection, String hash)
      throws SQLException {
    List<FoundPackage> packages = new ArrayList<>();
    try (var question =
        connection.prepareStatement(
            "SELECT * FROM built_image_package WHERE hash = ? ORDER BY position")) {
      question.setString(1, hash);
      try (var answer = question.executeQuery()) {
        while (answer.next()) {
          packages.add(
              new FoundPackage(
                  new InstalledPackage(
                      Origin.valueOf(answer.getString("origin")),
                      answer.getString("name"),
                      answer.getString("version"),
                      Optional.ofNullable(answer.getString("channel"))),
                  answer.getString("prefix"),
                  answer.getBoolean("requested")));
        }
      }
    }
    return packages;
  }
}
