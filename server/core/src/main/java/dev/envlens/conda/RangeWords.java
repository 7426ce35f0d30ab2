package dev.envlens.conda;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words which versions a list of comparisons allows. */
final class RangeWords {

  /** One comparison. */
  record Bound(Comparison comparison, String version) {
    private boolean is(Comparison one, Comparison other) {
      return comparison == one || comparison == other;
    }

    private String words() {
      return switch (comparison) {
        case EQUAL, IDENTICAL -> version.endsWith("*") ? series(version) : "version " + version;
        case FUZZY -> series(version);
        case NOT_EQUAL -> "any version except " + version;
        case COMPATIBLE -> "any " + seriesOf(version) + ", from " + version + " on";
        case AT_MOST -> "any version up to " + version;
        case AT_LEAST -> "any version from " + version + " on";
        case BELOW -> "any version below " + version;
        case ABOVE -> "any version above " + version;
      };
    }
  }

  private RangeWords() {}

  /** A phrase such as {@code any version from 1 up to but not including 2}. */
  static String of(List<Bound> bounds) {
    if (bounds.size() == 1) {
      return bounds.get(0).words();
    }
    var lower = first(bounds, Comparison.AT_LEAST, Comparison.ABOVE);
    var upper = first(bounds, Comparison.AT_MOST, Comparison.BELOW);
    var except =
        bounds.stream()
            .filter(b -> b.comparison == Comparison.NOT_EQUAL)
            .map(Bound::version)
            .collect(Collectors.joining(", "));
    long others = bounds.stream().filter(b -> b.comparison == Comparison.NOT_EQUAL).count();
    long said = others + lower.stream().count() + upper.stream().count();
    if (said != bounds.size()) {
      return "any version that fits "
          + bounds.stream()
              .map(b -> b.comparison.symbol() + b.version)
              .collect(Collectors.joining(","));
    }
    return "any version"
        + lower.map(RangeWords::above).orElse("")
        + upper.map(RangeWords::below).orElse("")
        + (except.isEmpty() ? "" : (others == bounds.size() ? " except " : ", except ") + except);
  }

  /** {@code 1.26} or {@code 1.26.*} as {@code any 1.26.x}. */
  static String series(String version) {
    return "any " + VersionSpecReader.withoutWildcard(version) + ".x";
  }

  /** What {@code ~=} stays in: {@code 1.4.x} for {@code 1.4.2}. */
  private static String seriesOf(String version) {
    int point = version.lastIndexOf('.');
    return point < 0 ? version : version.substring(0, point) + ".x";
  }

  private static Optional<Bound> first(List<Bound> bounds, Comparison one, Comparison other) {
    return bounds.stream().filter(b -> b.is(one, other)).findFirst();
  }

  private static String above(Bound bound) {
    return (bound.comparison == Comparison.ABOVE ? " above " : " from ") + bound.version;
  }

  private static String below(Bound bound) {
    return (bound.comparison == Comparison.BELOW ? " up to but not including " : " up to ")
        + bound.version;
  }
}
