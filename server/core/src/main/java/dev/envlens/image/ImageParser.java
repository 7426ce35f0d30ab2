package dev.envlens.image;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * Reads one image name. The checks run from the faults that people make (a URL, a space, a slash
 * too many) to the grammar's fine print, and the first one that fails is told.
 */
final class ImageParser {

  private static final int LONGEST_TAG = 128;

  private final String text;
  private final ImageParts parts;

  ImageParser(String text) {
    this.text = text;
    this.parts = ImageParts.of(text);
  }

  ParsedImage parse() {
    return notAnImage()
        .or(() -> new DigestCheck(text, parts).fault())
        .or(this::badTag)
        .or(() -> new NameCheck(text, parts).fault())
        .<ParsedImage>map(bad -> bad)
        .orElseGet(this::reference);
  }

  private ParsedImage reference() {
    int at = parts.at();
    int colon = parts.tagColon();
    int nameEnd = parts.nameEnd();
    int path = parts.path();
    boolean bare = path == 0;
    String host = bare ? ImageReference.DOCKER_HUB : text.substring(0, path - 1);
    if (host.equals("index.docker.io")) {
      host = ImageReference.DOCKER_HUB;
    }
    String repository = text.substring(path, nameEnd);
    if (host.equals(ImageReference.DOCKER_HUB) && repository.indexOf('/') < 0) {
      repository = ImageReference.OFFICIAL + repository;
    }
    Optional<TextRange> tag =
        colon < 0 ? Optional.empty() : Optional.of(new TextRange(colon + 1, at));
    Optional<TextRange> digest =
        at == text.length() ? Optional.empty() : Optional.of(new TextRange(at + 1, text.length()));
    return new ParsedImage.Ok(
        new ImageReference(
            text,
            host,
            repository,
            tag.map(range -> range.of(text)),
            digest.map(range -> range.of(text)),
            new TextRange(0, nameEnd),
            tag,
            digest));
  }

  private Optional<ParsedImage.Bad> notAnImage() {
    if (text.isBlank()) {
      return ParsedImage.Bad.at(
          "The image's name is empty. Name one, such as 'python:3.12-slim'.", 0, text.length());
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i))) {
        return ParsedImage.Bad.at("The image's name has a space in it. Remove it.", i, i + 1);
      }
    }
    if (text.startsWith("azureml:") || text.startsWith("/subscriptions/")) {
      return ParsedImage.Bad.at(
          "This refers to something registered in Azure ML, not to a container image. Give an"
              + " image here, such as 'python:3.12-slim'; a registered environment is referred to"
              + " by the 'environment' key of a job or deployment.",
          0,
          text.length());
    }
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      return ParsedImage.Bad.at(
          "An image's name is not a URL. Remove '%s'.".formatted(text.substring(0, scheme + 3)),
          0,
          scheme + 3);
    }
    int backslash = text.indexOf('\\');
    if (backslash >= 0) {
      return ParsedImage.Bad.at(
          "An image's name has no '\\'. Write '/' instead.", backslash, backslash + 1);
    }
    return Optional.empty();
  }

  private Optional<ParsedImage.Bad> badTag() {
    int colon = parts.tagColon();
    if (colon < 0) {
      return Optional.empty();
    }
    int at = parts.at();
    if (colon + 1 == at) {
      return ParsedImage.Bad.at(
          "The tag after ':' is missing. Write one, or remove the ':'.", colon, at);
    }
    int second = text.indexOf(':', colon + 1);
    if (second >= 0 && second < at) {
      return ParsedImage.Bad.at(
          "An image has one tag, but there are two ':' here. Remove one of the two.", second, at);
    }
    if (at - colon - 1 > LONGEST_TAG) {
      return ParsedImage.Bad.at(
          "The tag has %d characters, more than the %d allowed. Shorten it."
              .formatted(at - colon - 1, LONGEST_TAG),
          colon + 1,
          at);
    }
    for (int i = colon + 1; i < at; i++) {
      char c = text.charAt(i);
      boolean inner = i > colon + 1 && (c == '.' || c == '-');
      if (!Ascii.isLetter(c) && !Ascii.isDigit(c) && c != '_' && !inner) {
        return ParsedImage.Bad.at(
            "A tag can't %s '%s': it has letters, digits, '_', '.' and '-', and begins with none of"
                    .formatted(
                        i == colon + 1 ? "begin with" : "hold",
                        Character.toString(text.codePointAt(i)))
                + " the last two.",
            i,
            i + Character.charCount(text.codePointAt(i)));
      }
    }
    return Optional.empty();
  }
}
