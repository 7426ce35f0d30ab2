package dev.envlens.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * Gives text files another text. Whoever reads meanwhile sees the old one or the new one, never a
 * part: the new one is written beside the file and then moved into its place. Encoding and
 * permissions stay as they are.
 */
public final class WrittenFiles {

  private WrittenFiles() {}

  /**
   * Replaces the text of {@code path}, which is there; of a link, that of the file it leads to.
   *
   * @param text with its byte order mark, if the file has one
   * @return why that could not be done, to go on after the file's name; empty when it was
   */
  public static Optional<String> replace(Path path, String text) {
    try {
      Path real = path.toRealPath();
      if (!Files.isWritable(real)) {
        return Optional.of("is write-protected");
      }
      Path beside = Files.createTempFile(real.getParent(), ".envlens", ".tmp");
      try {
        Files.write(beside, text.getBytes(charset(real)));
        copyPermissions(real, beside);
        move(beside, real);
      } finally {
        Files.deleteIfExists(beside);
      }
      return Optional.empty();
    } catch (IOException fault) {
      return Optional.of("can't be written: " + Standing.reason(fault));
    }
  }

  private static Charset charset(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] mark = in.readNBytes(2);
      int start = mark.length < 2 ? 0 : (mark[0] & 0xFF) << 8 | (mark[1] & 0xFF);
      return switch (start) {
        case 0xFEFF -> StandardCharsets.UTF_16BE;
        case 0xFFFE -> StandardCharsets.UTF_16LE;
        default -> StandardCharsets.UTF_8;
      };
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    var attributes = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (attributes != null) {
      Files.setPosixFilePermissions(to, attributes.readAttributes().permissions());
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException unsupported) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
