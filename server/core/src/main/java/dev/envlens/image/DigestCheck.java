package dev.envlens.image;

import java.util.Map;
import java.util.Optional;

/** Whether what follows the {@code @} is a digest, {@code algorithm:hex}. */
final class DigestCheck {

  private static final int SHORTEST_DIGEST = 32;
  private static final Map<String, Integer> DIGEST_LENGTHS =
      Map.of("sha256", 64, "sha384", 96, "sha512", 128);

  private final String text;
  private final int at;

  DigestCheck(String text, ImageParts parts) {
    this.text = text;
    this.at = parts.at();
  }

  Optional<ParsedImage.Bad> fault() {
    if (at == text.length()) {
      return Optional.empty();
    }
    int start = at + 1;
    int colon = text.indexOf(':', start);
    if (colon < 0 || !isAlgorithm(start, colon)) {
      return ParsedImage.Bad.at(
          "What follows '@' is not a digest. Write '@sha256:' and 64 hexadecimal digits, or ':' and"
              + " a tag instead of '@'.",
          at,
          text.length());
    }
    String algorithm = text.substring(start, colon);
    int length = text.length() - colon - 1;
    for (int i = colon + 1; i < text.length(); i++) {
      if (!Ascii.isHexadecimal(text.charAt(i))) {
        return ParsedImage.Bad.at(
            "A digest has only the digits 0-9 and a-f, in lower case. Copy it again from the"
                + " registry.",
            i,
            i + 1);
      }
    }
    Integer wanted = DIGEST_LENGTHS.get(algorithm);
    if (wanted != null && length != wanted) {
      return ParsedImage.Bad.at(
          "The digest has %d digits, a %s digest has %d. Copy the whole digest from the registry."
              .formatted(length, algorithm, wanted),
          start,
          text.length());
    }
    if (wanted == null && length < SHORTEST_DIGEST) {
      return ParsedImage.Bad.at(
          "The digest has %d digits, a digest has at least %d. Copy the whole digest from the"
                  .formatted(length, SHORTEST_DIGEST)
              + " registry.",
          start,
          text.length());
    }
    return Optional.empty();
  }

  /** A digest's algorithm: parts of letters and digits, joined by one of {@code +._-}. */
  private boolean isAlgorithm(int start, int end) {
    boolean partStarts = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (partStarts
          ? !Ascii.isLetter(c)
          : !Ascii.isLetter(c) && !Ascii.isDigit(c) && "+._-".indexOf(c) < 0) {
        return false;
      }
      partStarts = "+._-".indexOf(c) >= 0;
    }
    return !partStarts;
  }
}
