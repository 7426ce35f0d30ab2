package dev.envlens.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of a text's UTF-8 bytes, in lower-case hex digits. */
public enum HexDigest {
  SHA_256("SHA-256"),
  MD5("MD5");

  private final String algorithm;

  HexDigest(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The digest of {@code text}: 64 digits of SHA-256, 32 of MD5. */
  public String of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no " + algorithm + ".", e);
    }
  }
}
