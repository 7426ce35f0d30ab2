package dev.envlens.curated;

import dev.envlens.definition.Definition;
import dev.envlens.definition.Hashing;
import dev.envlens.definition.Kind;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The curated environment that a definition was made from. It is kept in the definition itself, as
 * the text of {@value #KEY} among its properties, {@code curated:NAME:VERSION@sha256:HASH}, so that
 * whoever has the file knows it.
 *
 * @param version empty where the sources that it was made from had no number
 * @param hash the definition's when it was made: 64 hex digits
 */
public record Origin(String name, Optional<String> version, String hash) {

  /** The property that keeps it. */
  public static final String KEY = "envlens.origin";

  private static final Pattern TEXT =
      Pattern.compile("curated:([^:@\\s]+)(?::([^:@\\s]+))?@sha256:([0-9a-f]{64})");

  /**
   * An origin where it is written.
   *
   * @param properties the mapping that holds it
   */
  public record Written(Origin origin, Mapping properties, Scalar text) {}

  /** The origin that {@code text} means; empty where it is none. */
  public static Optional<Origin> parse(String text) {
    var matcher = TEXT.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new Origin(matcher.group(1), Optional.ofNullable(matcher.group(2)), matcher.group(3)))
        : Optional.empty();
  }

  /** That of {@code definition}. */
  public static Optional<Written> of(Definition definition) {
    return definition
        .node()
        .mapping("properties")
        .flatMap(
            properties ->
                properties
                    .scalar(KEY)
                    .flatMap(
                        text ->
                            parse(text.text())
                                .map(origin -> new Written(origin, properties, text))));
  }

  /**
   * Who maintains the packages of {@code definition}: one that has the hash with which it was made
   * from a curated environment still is that.
   */
  public static Kind kind(Definition definition, Hashing hashing) {
    return of(definition)
        .filter(
            written ->
                hashing instanceof Hashing.Known known
                    && known.hash().hex().equals(written.origin().hash()))
        .<Kind>map(written -> new Kind.Curated(written.origin().name()))
        .orElseGet(definition::kind);
  }

  /** As in {@code sklearn-1.5:49}. */
  public String label() {
    return name + version.map(number -> ":" + number).orElse("");
  }

  /** As it is written. */
  public String text() {
    return "curated:%s@sha256:%s".formatted(label(), hash);
  }
}
