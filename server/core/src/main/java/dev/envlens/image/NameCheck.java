package dev.envlens.image;

import java.util.Optional;

/** Whether host and path of an image's name are good. */
final class NameCheck {

  private static final int LONGEST_NAME = 255;

  private final String text;
  private final int path;
  private final int end;

  NameCheck(String text, ImageParts parts) {
    this.text = text;
    this.path = parts.path();
    this.end = parts.nameEnd();
  }

  Optional<ParsedImage.Bad> fault() {
    if (end == 0) {
      return ParsedImage.Bad.at(
          "The image's name before '%s' is missing.".formatted(text.charAt(0)), 0, 1);
    }
    if (text.charAt(0) == '/') {
      return ParsedImage.Bad.at("An image's name doesn't begin with '/'. Remove it.", 0, 1);
    }
    if (text.charAt(end - 1) == '/') {
      return ParsedImage.Bad.at(
          "An image's name doesn't end with '/'. Remove it, or add the last part.", end - 1, end);
    }
    return badHost().or(this::badPath).or(this::badSeparator).or(this::badSize);
  }

  private Optional<ParsedImage.Bad> badHost() {
    if (path == 0) {
      return Optional.empty();
    }
    int slash = path - 1;
    int hostEnd = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
    hostEnd = hostEnd <= 0 || hostEnd > slash ? slash : hostEnd;
    if (hostEnd < slash) {
      boolean port = text.charAt(hostEnd) == ':' && hostEnd + 1 < slash;
      for (int i = hostEnd + 1; i < slash; i++) {
        port &= Ascii.isDigit(text.charAt(i));
      }
      if (!port) {
        return ParsedImage.Bad.at(
            "What follows ':' in the registry's address is not a port number. Write digits, or"
                + " remove it.",
            hostEnd,
            slash);
      }
    }
    boolean good = text.startsWith("[") ? isAddress(hostEnd) : isDomain(hostEnd);
    return good
        ? Optional.empty()
        : ParsedImage.Bad.at(
            "'%s' is not a registry's address. Write a host name such as 'myregistry.azurecr.io'."
                .formatted(text.substring(0, hostEnd)),
            0,
            hostEnd);
  }

  private boolean isAddress(int end) {
    for (int i = 1; i < end - 1; i++) {
      char c = Character.toLowerCase(text.charAt(i));
      if (!Ascii.isHexadecimal(c) && c != ':') {
        return false;
      }
    }
    return end > 3 && text.charAt(end - 1) == ']';
  }

  private boolean isDomain(int end) {
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean edge =
          i == 0 || i == end - 1 || text.charAt(i - 1) == '.' || text.charAt(i + 1) == '.';
      if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && (edge || (c != '-' && c != '.'))) {
        return false;
      }
    }
    return true;
  }

  private Optional<ParsedImage.Bad> badPath() {
    for (int i = path; i < end; i++) {
      char c = text.charAt(i);
      if (c == '/' && (i == path || text.charAt(i - 1) == '/')) {
        return ParsedImage.Bad.at(
            "There is a '/' too many in the image's name. Remove it.", i, i + 1);
      }
      if (c >= 'A' && c <= 'Z') {
        return capitals();
      }
      if (!Ascii.isLower(c) && !Ascii.isDigit(c) && "/._-".indexOf(c) < 0) {
        String character = Character.toString(text.codePointAt(i));
        return ParsedImage.Bad.at(
            "An image's name can't hold '%s': it has lower case letters, digits, '.', '_', '-' and"
                    .formatted(character)
                + " '/'. Remove it.",
            i,
            i + character.length());
      }
    }
    return Optional.empty();
  }

  /** Separators stand between letters or digits: one of {@code . _ __}, or any number of dashes. */
  private Optional<ParsedImage.Bad> badSeparator() {
    int start = -1;
    for (int i = path; i <= end; i++) {
      boolean separator = i < end && "._-".indexOf(text.charAt(i)) >= 0;
      if (separator) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        boolean edge =
            start == path || text.charAt(start - 1) == '/' || i == end || text.charAt(i) == '/';
        if (edge || !isSeparator(start, i)) {
          return ParsedImage.Bad.at(
              "'%s' can't stand %s in an image's name: put letters or digits around one of '.', '_',"
                      .formatted(abbreviated(start, i), edge ? "at the edge of a part" : "together")
                  + " '__' or '-'.",
              start,
              i);
        }
        start = -1;
      }
    }
    return Optional.empty();
  }

  private boolean isSeparator(int start, int end) {
    if (text.charAt(start) == '-') {
      for (int i = start; i < end; i++) {
        if (text.charAt(i) != '-') {
          return false;
        }
      }
      return true;
    }
    return end - start == 1 || (end - start == 2 && text.startsWith("__", start));
  }

  private Optional<ParsedImage.Bad> badSize() {
    if (end - path > LONGEST_NAME) {
      return ParsedImage.Bad.at(
          "The image's name has %d characters, more than the %d allowed. Shorten it."
              .formatted(end - path, LONGEST_NAME),
          path,
          end);
    }
    boolean bareDigest = path == 0 && end == 64 && end == text.length();
    for (int i = 0; bareDigest && i < end; i++) {
      bareDigest = Ascii.isHexadecimal(text.charAt(i));
    }
    return bareDigest
        ? ParsedImage.Bad.at(
            "This is an image's id, which only one machine knows. Write the name, then '@sha256:' and"
                + " the digest from the registry.",
            0,
            end)
        : Optional.empty();
  }

  private Optional<ParsedImage.Bad> capitals() {
    int first = path;
    while (text.charAt(first) < 'A' || text.charAt(first) > 'Z') {
      first++;
    }
    int last = end - 1;
    while (text.charAt(last) < 'A' || text.charAt(last) > 'Z') {
      last--;
    }
    return ParsedImage.Bad.at(
        "'%s' has capital letters: an image's name is lower case."
            .formatted(abbreviated(0, text.length())),
        first,
        last + 1);
  }

  private String abbreviated(int start, int end) {
    return end - start <= 80 ? text.substring(start, end) : text.substring(start, start + 79) + "…";
  }
}
