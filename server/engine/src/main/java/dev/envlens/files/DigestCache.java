package dev.envlens.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The digests of build contexts' files from when they were last read, on disk: one file for each
 * context, read when that context is. Several processes may share the folder: files are replaced
 * whole, the last writer wins, and what is damaged counts as not there. Whatever goes wrong here
 * costs time, never a result, so no method fails. Any thread may call.
 */
public final class DigestCache {

  /** Rises when files are written otherwise: those of another form count as not there. */
  private static final int FORM = 1;

  private static final String DIGESTS = ".digests";
  private static final String UPLOAD = ".upload";
  private static final String UNFINISHED = ".part";

  private static final long MOST_BYTES = 256L << 20;
  private static final long MOST_BYTES_OF_ONE = 64L << 20;
  private static final Duration UNUSED = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int SHA256_BYTES = 32;

  private final Optional<Path> folder;

  private DigestCache(Optional<Path> folder) {
    this.folder = folder;
  }

  /** One in {@code folder}, which is made when there is something to keep. */
  public static DigestCache in(Path folder) {
    return new DigestCache(Optional.of(folder));
  }

  /** One that keeps nothing. */
  public static DigestCache none() {
    return new DigestCache(Optional.empty());
  }

  /** A file as it looked when its bytes had the digest, in lower-case hex digits. */
  record Entry(FileLook look, String sha256) {}

  /** The SDK's hash of a folder whose files looked, all in all, like {@code looks}. */
  record Upload(String looks, String md5) {}

  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** The entries of the context at {@code root}, by path; none when nothing is known of it. */
  Map<String, Entry> digests(Path root) {
    return read(root, DIGESTS, DigestCache::readEntries).orElse(Map.of());
  }

  void keep(Path root, Map<String, Entry> entries) {
    write(root, DIGESTS, out -> writeEntries(out, entries));
  }

  Optional<Upload> upload(Path root) {
    return read(root, UPLOAD, in -> new Upload(in.readUTF(), in.readUTF()));
  }

  void keep(Path root, Upload upload) {
    write(
        root,
        UPLOAD,
        out -> {
          out.writeUTF(upload.looks());
          out.writeUTF(upload.md5());
        });
  }

  private static Map<String, Entry> readEntries(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<String, Entry> entries = new HashMap<>(2 * count);
    byte[] digest = new byte[SHA256_BYTES];
    for (int i = 0; i < count; i++) {
      String path = in.readUTF();
      var look =
          new FileLook(
              FileLook.Kind.FILE,
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readInt());
      in.readFully(digest);
      entries.put(path, new Entry(look, HexFormat.of().formatHex(digest)));
    }
    return entries;
  }

  private static void writeEntries(DataOutputStream out, Map<String, Entry> entries)
      throws IOException {
    out.writeInt(entries.size());
    for (var entry : entries.entrySet()) {
      var look = entry.getValue().look();
      out.writeUTF(entry.getKey());
      out.writeLong(look.size());
      out.writeLong(look.modified());
      out.writeLong(look.changed());
      out.writeLong(look.device());
      out.writeLong(look.inode());
      out.writeInt(look.mode());
      out.write(HexFormat.of().parseHex(entry.getValue().sha256()));
    }
  }

  private <T> Optional<T> read(Path root, String ending, Reading<T> reading) {
    Optional<Path> file = file(root, ending).filter(Files::exists);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (Files.size(file.get()) > MOST_BYTES_OF_ONE) {
        return Optional.empty();
      }
      byte[] bytes = Files.readAllBytes(file.get());
      int end = bytes.length - Long.BYTES;
      var sum = new CRC32();
      sum.update(bytes, 0, Math.max(0, end));
      if (end < 0 || new DataInputStream(tail(bytes, end)).readLong() != sum.getValue()) {
        return Optional.empty();
      }
      var in =
          new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes, 0, end)));
      if (in.readInt() != FORM || !in.readUTF().equals(root.toString())) {
        return Optional.empty();
      }
      noteUse(file.get());
      return Optional.of(reading.from(in));
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty();
    }
  }

  private static ByteArrayInputStream tail(byte[] bytes, int from) {
    return new ByteArrayInputStream(bytes, from, bytes.length - from);
  }

  private void write(Path root, String ending, Writing content) {
    Optional<Path> file = file(root, ending);
    if (file.isEmpty()) {
      return;
    }
    try {
      Files.createDirectories(folder.get());
      Path unfinished = Files.createTempFile(folder.get(), "", UNFINISHED);
      try {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
          var sum = new CheckedOutputStream(bytes, new CRC32());
          var out = new DataOutputStream(sum);
          out.writeInt(FORM);
          out.writeUTF(root.toString());
          content.to(out);
          out.writeLong(sum.getChecksum().getValue());
        }
        Files.move(
            unfinished,
            file.get(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      drop();
    } catch (IOException | RuntimeException notKept) {
      // The next one to ask reads the files again.
    }
  }

  private Optional<Path> file(Path root, String ending) {
    byte[] name =
        Digests.sha256().digest(root.toUri().getRawPath().getBytes(StandardCharsets.UTF_8));
    return folder.map(at -> at.resolve(HexFormat.of().formatHex(name, 0, 16) + ending));
  }

  /** What isn't used goes first; a day's accuracy does, and spares a write at each use. */
  private static void noteUse(Path file) throws IOException {
    var now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(DAY))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  private record Kept(Path file, long size, Instant used) {}

  /** Drops what nobody used for long, and the oldest of what is too much. */
  private void drop() throws IOException {
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.orElseThrow())) {
      for (Path file : files) {
        kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file).toInstant()));
      }
    } catch (DirectoryIteratorException fault) {
      throw fault.getCause();
    }
    kept.sort(Comparator.comparing(Kept::used).reversed());
    var now = Instant.now();
    long bytes = 0;
    for (var one : kept) {
      bytes += one.size();
      boolean abandoned =
          one.file().toString().endsWith(UNFINISHED) && one.used().isBefore(now.minus(DAY));
      if (bytes > MOST_BYTES || abandoned || one.used().isBefore(now.minus(UNUSED))) {
        Files.deleteIfExists(one.file());
      }
    }
  }
}
