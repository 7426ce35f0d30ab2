package dev.envlens.known;

import dev.envlens.known.CachePlace.CachedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an image is cached, in words for a person: the same in lenses, hovers and on the command
 * line.
 *
 * @param zone that times are told in
 */
public record CacheWords(ZoneId zone) {

  /** So many environments are named; of more, only how many they are. */
  private static final int NAMED = 5;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss z", Locale.ROOT);

  /**
   * What a build of a missing image would take.
   *
   * @param steps what it would do, in order; empty where that isn't known
   * @param lastTook how long it took when it was last built on this machine
   */
  public record Cost(List<String> steps, Optional<Duration> lastTook) {

    public Cost {
      steps = List.copyOf(steps);
    }

    /** In words: a sentence for each thing that is known. */
    public List<String> sentences() {
      String build =
          steps.isEmpty()
              ? ""
              : "A build would take %s: %s."
                  .formatted(
                      steps.size() == 1 ? "one step" : steps.size() + " steps",
                      String.join("; ", steps));
      String took = lastTook.map(it -> "The last build took " + duration(it) + ".").orElse("");
      return Stream.of(build, took).filter(it -> !it.isEmpty()).toList();
    }

    /** Nothing is known of it. */
    public static Cost unknown() {
      return new Cost(List.of(), Optional.empty());
    }
  }

  /**
   * Who uses the image, as a sentence; none where nobody is known.
   *
   * @param environments registered ones, as {@code NAME:VERSION}
   */
  public static Optional<String> users(List<String> environments) {
    return environments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "It is the image of %s%s."
                .formatted(
                    environments.stream().limit(NAMED).collect(Collectors.joining(", ")),
                    environments.size() > NAMED
                        ? " and %d more".formatted(environments.size() - NAMED)
                        : ""));
  }

  /** In a few words: {@code cached locally}, {@code not cached here}. */
  public String brief(CacheStatus status) {
    return switch (status.state()) {
      case CACHED -> "cached " + where(status);
      case MISSING -> "not cached here";
      case UNKNOWN -> "cache unknown";
      case BUILDING -> "building";
    };
  }

  /** All there is to say, a sentence or more for each thing. */
  public List<String> full(CacheStatus status, Cost cost) {
    return switch (status.state()) {
      case CACHED -> places(status, place -> true);
      case MISSING -> missing(status, cost);
      case UNKNOWN -> places(status, place -> place.state() == CacheState.UNKNOWN);
      case BUILDING -> List.of("The image is being built on this machine.");
    };
  }

  /** What one place said, as one sentence or two. */
  public String sentence(CachePlace place) {
    if (place.image().isPresent()) {
      return cached(place.kind(), place.image().get());
    }
    return place
        .trouble()
        .map(it -> it.reason() + " Asked again from " + time(it.again()) + " on.")
        .orElseGet(() -> "Not in " + name(place.kind()) + ".");
  }

  private List<String> places(CacheStatus status, Predicate<CachePlace> wanted) {
    return status.places().stream().filter(wanted).map(this::sentence).toList();
  }

  private static String where(CacheStatus status) {
    return status.places().stream()
        .filter(place -> place.state() == CacheState.CACHED)
        .findFirst()
        .map(
            place ->
                place.kind() == CachePlace.Kind.LOCAL
                    ? "locally"
                    : "in " + place.image().map(CacheWords::registry).orElse(""))
        .orElse("");
  }

  private static String registry(CachedImage image) {
    int slash = image.reference().indexOf('/');
    return slash < 0 ? image.reference() : image.reference().substring(0, slash);
  }

  private List<String> missing(CacheStatus status, Cost cost) {
    String asked =
        status.places().stream()
            .map(place -> name(place.kind()))
            .collect(Collectors.joining(", nor in "));
    String nowhere =
        "No image with this hash is in %s. Azure may hold one of its own.".formatted(asked);
    return Stream.concat(Stream.of(nowhere), cost.sentences().stream()).toList();
  }

  private String cached(CachePlace.Kind kind, CachedImage image) {
    String size = image.size().map(bytes -> ", " + size(bytes)).orElse("");
    String built =
        image
            .created()
            .map(it -> ", built " + DAY.format(it.truncatedTo(ChronoUnit.MINUTES).atZone(zone)))
            .orElse("");
    return "In %s: %s, %s%s%s."
        .formatted(name(kind), image.reference(), image.digest(), size, built);
  }

  private static String name(CachePlace.Kind kind) {
    return switch (kind) {
      case LOCAL -> "the local engine";
      case WORKSPACE -> "the workspace's registry";
      case CURATED -> "the registry of curated images";
    };
  }

  private String time(Instant instant) {
    return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** As registries and engines write it: in powers of ten. */
  static String size(long bytes) {
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    double size = bytes;
    int unit = 0;
    while (size >= 999.95 && unit < units.length - 1) {
      size /= 1000;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, "%.1f %s", size, units[unit]).replace(".0 ", " ");
  }

  /** {@code 48 s}, {@code 7 min 5 s}. */
  static String duration(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
