package dev.envlens.image;

import dev.envlens.text.TextRange;
import java.util.Optional;

/**
 * The name of a container image, {@code [host[:port]/]path[:tag][@algorithm:hex]}, by the reference
 * grammar of the OCI distribution project. Made by {@link #parse}.
 *
 * @param text as written
 * @param host the registry, with its port if any; {@code docker.io} where the text names none
 * @param repository the path in the registry; {@code library/} is put before a one-part name on
 *     {@code docker.io}
 * @param tag as written, without the colon; absent is not the same as {@code latest} being written
 * @param digest {@code algorithm:hex}, without the {@code @}
 * @param nameRange where host and path stand in the text
 * @param tagRange where the tag stands in the text, without the colon
 * @param digestRange where the digest stands in the text, without the {@code @}
 */
public record ImageReference(
    String text,
    String host,
    String repository,
    Optional<String> tag,
    Optional<String> digest,
    TextRange nameRange,
    Optional<TextRange> tagRange,
    Optional<TextRange> digestRange) {

  static final String DOCKER_HUB = "docker.io";
  static final String OFFICIAL = "library/";

  /** Reads an image's name. Never throws; linear in the text's length. */
  public static ParsedImage parse(String text) {
    return new ImageParser(text).parse();
  }

  /** Whether the next pull may bring another image: no digest, and no tag or {@code latest}. */
  public boolean isFloating() {
    return digest.isEmpty() && tag.map("latest"::equals).orElse(true);
  }

  /** Whether the reference names one image for ever. */
  public boolean hasDigest() {
    return digest.isPresent();
  }

  /** The short form that Docker shows: without {@code docker.io/} and {@code library/}. */
  public String familiar() {
    return familiarName() + suffix();
  }

  /** The full form, {@code docker.io/library/python:3}; a tag is not made up where none is. */
  public String canonical() {
    return host + "/" + repository + suffix();
  }

  private String familiarName() {
    if (!host.equals(DOCKER_HUB)) {
      return host + "/" + repository;
    }
    boolean official =
        repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0;
    return official ? repository.substring(OFFICIAL.length()) : repository;
  }

  private String suffix() {
    return tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }
}
