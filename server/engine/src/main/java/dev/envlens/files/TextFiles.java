package dev.envlens.files;

import dev.envlens.link.FileState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads text files. */
public final class TextFiles {

  private static final FileState BINARY = new FileState.Unreadable("is a binary file, not text");

  private TextFiles() {}

  /**
   * What stands at {@code path}, links followed. The text is UTF-8, or UTF-16 when it starts with
   * that byte order mark; a mark is kept as U+FEFF, so that offsets are those of the file.
   *
   * @param maxBytes the size from which on a file is refused; not over 2 GB
   */
  public static FileState read(Path path, long maxBytes) {
    Standing standing = Standing.at(path);
    if (standing instanceof Standing.Nothing) {
      return new FileState.Missing(NearMisses.files(path));
    }
    if (standing instanceof Standing.Folder) {
      return new FileState.Folder();
    }
    if (standing instanceof Standing.Fault fault) {
      return new FileState.Unreadable(fault.reason());
    }
    long size = ((Standing.File) standing).size();
    return size > maxBytes
        ? new FileState.Unreadable(SizeWords.tooLarge(size, maxBytes))
        : content(path, maxBytes);
  }

  private static FileState content(Path path, long maxBytes) {
    int most = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16L);
    try (InputStream in = Files.newInputStream(path)) {
      // The size that was asked for may be old, or zero for what the system makes up when read.
      byte[] bytes = in.readNBytes(most + 1);
      return bytes.length > most
          ? new FileState.Unreadable(SizeWords.tooLarge(bytes.length, most))
          : decoded(bytes);
    } catch (IOException fault) {
      return new FileState.Unreadable(Standing.reason(fault));
    }
  }

  private static FileState decoded(byte[] bytes) {
    int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    return switch (mark) {
      case 0xFEFF -> decoded(bytes, StandardCharsets.UTF_16BE, "UTF-16");
      case 0xFFFE -> decoded(bytes, StandardCharsets.UTF_16LE, "UTF-16");
      default -> hasNul(bytes) ? BINARY : decoded(bytes, StandardCharsets.UTF_8, "UTF-8");
    };
  }

  private static FileState decoded(byte[] bytes, Charset charset, String name) {
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? new FileState.Text(text) : BINARY;
    } catch (CharacterCodingException malformed) {
      return new FileState.Unreadable("is not %s text: save it as UTF-8".formatted(name));
    }
  }

  private static boolean hasNul(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }
}
