package dev.envlens.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What files hold, by its SHA-256, once for all that hold the same. Small contents stand in the
 * database, large ones in a folder beside it: there a content is whole and on the disk before
 * anything refers to it, and one that nothing refers to does no harm.
 */
final class Blobs {

  /** What is larger, in bytes, gets a file of its own. */
  static final int LARGEST_IN_DATABASE = 64 * 1024;

  private static final int PIECE = 64 * 1024;

  private final Path folder;

  Blobs(Path folder) {
    this.folder = folder;
  }

  /**
   * The small contents of {@code files}, by digest, to be {@link #insert}ed; the large ones are
   * kept by now.
   *
   * @throws IOException when one can't be read, kept, or isn't what its digest says
   */
  Map<String, byte[]> prepare(Submission submission) throws IOException {
    Map<String, byte[]> small = new HashMap<>();
    for (StoredFile file : submission.content().files()) {
      if (file.link().isPresent() || small.containsKey(file.sha256())) {
        continue;
      }
      if (file.size() > LARGEST_IN_DATABASE) {
        keepLarge(file, submission.bytes());
      } else {
        try (InputStream in = submission.bytes().open(file)) {
          byte[] bytes = in.readNBytes(LARGEST_IN_DATABASE + 1);
          requireSame(file, bytes.length, sha256().digest(bytes));
          small.put(file.sha256(), bytes);
        }
      }
    }
    return small;
  }

  static void insert(Connection connection, Map<String, byte[]> small) throws SQLException {
    try (var insert =
        connection.prepareStatement("INSERT OR IGNORE INTO blob (sha256, bytes) VALUES (?, ?)")) {
      for (var content : small.entrySet()) {
        insert.setString(1, content.getKey());
        insert.setBytes(2, content.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** The bytes of {@code file}, if they are in the database. */
  static Optional<byte[]> find(Connection connection, StoredFile file) throws SQLException {
    try (var query = connection.prepareStatement("SELECT bytes FROM blob WHERE sha256 = ?")) {
      query.setString(1, file.sha256());
      try (var rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** The bytes of {@code file}, which are not in the database. */
  InputStream open(StoredFile file) throws IOException {
    return file.size() == 0
        ? new ByteArrayInputStream(new byte[0])
        : Files.newInputStream(place(file));
  }

  private Path place(StoredFile file) {
    return folder.resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
  }

  private void keepLarge(StoredFile file, Submission.Bytes source) throws IOException {
    Path place = place(file);
    if (Files.exists(place) && Files.size(place) == file.size()) {
      return;
    }
    Files.createDirectories(place.getParent());
    Path half = Files.createTempFile(folder, "half-", "");
    try {
      copy(file, source, half);
      Files.move(half, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(half);
    }
    syncFolder(place.getParent());
    syncFolder(folder);
  }

  private static void copy(StoredFile file, Submission.Bytes source, Path target)
      throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (InputStream in = source.open(file);
        FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
        size += read;
        var buffer = ByteBuffer.wrap(piece, 0, read);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
      out.force(true);
    }
    requireSame(file, size, digest.digest());
  }

  /** The name of a new file is on the disk when its folder is; not all systems can be asked to. */
  private static void syncFolder(Path folder) {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notPossibleHere) {
      return;
    }
  }

  private static void requireSame(StoredFile file, long size, byte[] digest) throws IOException {
    if (size != file.size() || !HexFormat.of().formatHex(digest).equals(file.sha256())) {
      throw new IOException("'%s' changed while it was read. Try again".formatted(file.path()));
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
