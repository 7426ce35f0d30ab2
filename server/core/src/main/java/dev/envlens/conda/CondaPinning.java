package dev.envlens.conda;

import dev.envlens.conda.Pinning.Level;
import dev.envlens.conda.VersionSpec.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says how far a conda dependency leaves its version open. */
final class CondaPinning {

  /** A fuzzy version of so many parts leaves nothing open that is ever released. */
  private static final int FULL = 3;

  /**
   * Packages whose releases are known to have fewer than three parts, with the number of parts that
   * names a release. {@code python} counts too, since its patch releases are interchangeable. A
   * short list by experience, not a survey: what is missing here is reported as loose, no worse.
   */
  private static final Map<String, Integer> SHORT_RELEASES =
      Map.of("python", 2, "python_abi", 2, "cuda-version", 2, "pytorch-cuda", 2, "tzdata", 1);

  /** pip has released by the year since 18.0. */
  private static final Numeral FIRST_YEAR_OF_PIP = new Numeral("18");

  /**
   * A first part this high is a year ({@code 24.0}, {@code 2024.1}) more often than a major
   * version, and releases named by the year often have two parts.
   */
  private static final Numeral FIRST_YEAR = new Numeral("20");

  private CondaPinning() {}

  static Pinning of(MatchSpec spec) {
    if (spec.source().file().isPresent() || isOneFile(spec)) {
      return new Pinning(Level.EXACT, "exactly one package file");
    }
    var pinning =
        spec.version().map(v -> of(v.spec(), v.spec().constraint())).orElse(Pinning.NEWEST);
    return spec.build().map(build -> withBuild(pinning, build.text())).orElse(pinning);
  }

  static boolean isLoose(MatchSpec spec) {
    var level = of(spec).level();
    if (level != Level.RANGE && level != Level.FUZZY) {
      return false;
    }
    return !spec.version().flatMap(v -> series(v.spec().constraint())).stream()
        .anyMatch(version -> isWholeRelease(spec.packageName().conda(), version, level));
  }

  private static boolean isOneFile(MatchSpec spec) {
    return spec.attributes().stream()
        .map(attribute -> attribute.key().text())
        .anyMatch(key -> key.equals("url") || key.equals("md5") || key.equals("sha256"));
  }

  private static Pinning withBuild(Pinning pinning, String build) {
    if (pinning.level() == Level.UNPINNED) {
      return new Pinning(Level.UNPINNED, "the newest version with build " + build);
    }
    return new Pinning(pinning.level(), pinning.reason() + ", build " + build);
  }

  private static Pinning of(VersionSpec spec, Constraint constraint) {
    if (constraint instanceof Constraint.Any) {
      return Pinning.NEWEST;
    }
    if (constraint instanceof Constraint.Exact exact) {
      return Pinning.exactly(exact.version());
    }
    if (constraint instanceof Constraint.Fuzzy fuzzy) {
      return fuzzy(fuzzy.version());
    }
    if (constraint instanceof Constraint.AllOf list) {
      var narrowest =
          list.all().stream()
              .map(c -> of(spec, c))
              .filter(p -> p.level() == Level.EXACT || p.level() == Level.FUZZY)
              .min((one, other) -> one.level().compareTo(other.level()));
      if (narrowest.isPresent()) {
        return narrowest.get();
      }
    }
    return new Pinning(Level.RANGE, words(spec, constraint));
  }

  private static Pinning fuzzy(CondaVersion version) {
    var text = version.toString();
    return version.partCount() >= FULL
        ? new Pinning(
            Level.EXACT, "version " + text + " (conda also takes " + text + ".x, if there is one)")
        : new Pinning(Level.FUZZY, RangeWords.series(text));
  }

  private static String words(VersionSpec spec, Constraint constraint) {
    if (constraint instanceof Constraint.AnyOf list
        && list.any().stream().allMatch(Constraint.Exact.class::isInstance)) {
      return spec.text().replace(" ", "").replace("|", " or ");
    }
    return bounds(constraint)
        .map(RangeWords::of)
        .orElseGet(() -> "any version that fits " + spec.text());
  }

  /** The comparisons that {@code constraint} consists of, when it consists of nothing else. */
  private static Optional<List<RangeWords.Bound>> bounds(Constraint constraint) {
    var parts = constraint instanceof Constraint.AllOf list ? list.all() : List.of(constraint);
    var bounds = new ArrayList<RangeWords.Bound>();
    for (var part : parts) {
      bound(part).ifPresent(bounds::add);
    }
    return bounds.size() == parts.size() ? Optional.of(bounds) : Optional.empty();
  }

  private static Optional<RangeWords.Bound> bound(Constraint constraint) {
    if (constraint instanceof Constraint.Compared compared) {
      return bound(compared.comparison(), compared.version().toString());
    }
    if (constraint instanceof Constraint.Compatible compatible) {
      return bound(Comparison.COMPATIBLE, compatible.version().toString());
    }
    if (constraint instanceof Constraint.Prefix prefix) {
      return bound(Comparison.EQUAL, prefix.version() + ".*");
    }
    if (constraint instanceof Constraint.NotPrefix prefix) {
      return bound(Comparison.NOT_EQUAL, prefix.version() + ".*");
    }
    return Optional.empty();
  }

  private static Optional<RangeWords.Bound> bound(Comparison comparison, String version) {
    return Optional.of(new RangeWords.Bound(comparison, version));
  }

  /** The V of {@code =V} or {@code V.*}. */
  private static Optional<CondaVersion> series(Constraint constraint) {
    if (constraint instanceof Constraint.Fuzzy fuzzy) {
      return Optional.of(fuzzy.version());
    }
    return constraint instanceof Constraint.Prefix prefix
        ? Optional.of(prefix.version())
        : Optional.empty();
  }

  /** Whether {@code =version} names one release of the package, for what anyone would care. */
  private static boolean isWholeRelease(String name, CondaVersion version, Level level) {
    // python=3.10 and python=3.10.* are one and the same; elsewhere a written wildcard means
    // itself.
    if (level == Level.RANGE) {
      return name.equals("python") && version.partCount() >= 2;
    }
    var shortRelease = SHORT_RELEASES.get(name);
    if (shortRelease != null) {
      return version.partCount() >= shortRelease;
    }
    var firstYear = name.equals("pip") ? FIRST_YEAR_OF_PIP : FIRST_YEAR;
    return version.partCount() == 2 && version.number(0).compareTo(firstYear) >= 0;
  }
}
