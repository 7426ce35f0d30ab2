package dev.envlens.feature;

import dev.envlens.known.CachePlace;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where an image is cached, in words. */
final class CacheWords {

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private CacheWords() {}

  /** For a line that has other things to say. */
  static String briefly(CacheStatus status) {
    return switch (status.state()) {
      case CACHED ->
          status.places().stream()
              .filter(place -> place.state() == CacheState.CACHED)
              .map(CachePlace::kind)
              .min(Comparator.naturalOrder())
              .map(
                  kind ->
                      kind == CachePlace.Kind.LOCAL ? "cached locally" : "cached in " + of(kind))
              .orElse("cached");
      case MISSING -> "not cached";
      case UNKNOWN -> "cache unknown";
      case BUILDING -> "building";
    };
  }

  /** As Markdown, with each place in a line of its own. */
  static String atLength(CacheStatus status) {
    String said =
        switch (status.state()) {
          case CACHED -> "There is an image with this hash:";
          case MISSING ->
              "No image with this hash was found where envlens keeps its own; Azure may hold one of"
                  + " its own:";
          case UNKNOWN -> "Whether there is an image with this hash isn't known:";
          case BUILDING -> "An image with this hash is being built. Until then:";
        };
    return status.places().isEmpty()
        ? said.substring(0, said.length() - 1) + "."
        : status.places().stream()
            .map(place -> "\n- " + of(place.kind()) + ": " + answer(place))
            .collect(Collectors.joining("", said + "\n", ""));
  }

  private static String answer(CachePlace place) {
    if (place.image().isPresent()) {
      return image(place.image().get());
    }
    return place
        .trouble()
        .map(
            trouble ->
                "unknown. %s Asked again at %s."
                    .formatted(Markdown.plain(trouble.reason()), TIME.format(trouble.again())))
        .orElse("none");
  }

  private static String image(CachePlace.CachedImage image) {
    var text = new StringBuilder(Markdown.code(image.reference()));
    text.append(", ").append(Markdown.code(image.digest()));
    image.size().ifPresent(size -> text.append(", ").append(size(size)));
    image.created().ifPresent(created -> text.append(", built ").append(time(created)));
    return text.toString();
  }

  private static String of(CachePlace.Kind kind) {
    return switch (kind) {
      case LOCAL -> "the local Docker engine";
      case WORKSPACE -> "the workspace's registry";
      case CURATED -> "the curated registry";
    };
  }

  private static String time(Instant instant) {
    return DAY_AND_TIME.format(instant);
  }

  /** In decimal units, as Docker shows sizes. */
  private static String size(long bytes) {
    if (bytes < 1_000_000) {
      return "%.1f kB".formatted(bytes / 1e3);
    }
    return bytes < 1_000_000_000
        ? "%.1f MB".formatted(bytes / 1e6)
        : "%.2f GB".formatted(bytes / 1e9);
  }
}
