package dev.envlens.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Digests of files, a piece at a time. */
final class Digests {

  private static final int PIECE = 64 * 1024;

  private Digests() {}

  static MessageDigest md5() {
    return digest("MD5");
  }

  static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /**
   * Feeds all of {@code in}, and says how many bytes that was.
   *
   * @throws CancellationException as soon as {@code cancelled} says so
   */
  static long feed(MessageDigest digest, InputStream in, BooleanSupplier cancelled)
      throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    int read;
    while ((read = in.read(piece)) >= 0) {
      if (cancelled.getAsBoolean()) {
        throw new CancellationException();
      }
      digest.update(piece, 0, read);
      size += read;
    }
    return size;
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has " + algorithm, impossible);
    }
  }
}
