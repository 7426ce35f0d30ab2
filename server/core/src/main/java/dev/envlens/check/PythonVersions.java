package dev.envlens.check;

import dev.envlens.conda.CondaVersion;
import dev.envlens.conda.VersionSpec;
import dev.envlens.conda.VersionSpec.Constraint;
import dev.envlens.yaml.PackagedTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The releases of Python, and the versions that fixes write (schemas/data/python-versions.json).
 *
 * @param recommended a version that is known to work well with Azure ML, by package
 * @param releases newest first
 */
record PythonVersions(Map<String, String> recommended, List<Release> releases) {

  PythonVersions {
    recommended = Map.copyOf(recommended);
    releases = List.copyOf(releases);
  }

  /**
   * A feature release of Python.
   *
   * @param version two numbers, {@code 3.12}
   * @param endOfLife the last day on which it gets security fixes
   */
  record Release(String version, LocalDate released, LocalDate endOfLife) {

    boolean isUnsupported(LocalDate today) {
      return today.isAfter(endOfLife);
    }

    /** Whether {@code spec} allows one of its maintenance releases, such as {@code 3.12.4}. */
    boolean isAllowedBy(VersionSpec spec) {
      // Most specifications are of these kinds, and are told without trying thirty versions.
      var constraint = spec.constraint();
      if (constraint instanceof Constraint.Exact exact) {
        return includes(exact.version());
      }
      if (constraint instanceof Constraint.Fuzzy fuzzy) {
        return includes(fuzzy.version());
      }
      if (constraint instanceof Constraint.Prefix prefix) {
        return includes(prefix.version());
      }
      return IntStream.rangeClosed(0, MOST_MAINTENANCE)
          .mapToObj(number -> CondaVersion.parse(version + "." + number))
          .flatMap(Optional::stream)
          .anyMatch(spec::matches);
    }

    private boolean includes(CondaVersion other) {
      return CondaVersion.parse(version)
          .filter(own -> other.startsWith(own) || own.startsWith(other))
          .isPresent();
    }
  }

  /** No release of Python had so many of them. */
  private static final int MOST_MAINTENANCE = 30;

  /** The newest release of those that {@code spec} allows. */
  Optional<Release> newestAllowed(VersionSpec spec) {
    return releases.stream().filter(release -> release.isAllowedBy(spec)).findFirst();
  }

  /** The table that envlens is shipped with, read when first asked for. */
  static PythonVersions shipped() {
    return Shipped.TABLE;
  }

  /** The version of {@code name} that a fix writes. */
  String recommended(String name) {
    return recommended.get(name);
  }

  private static final class Shipped {
    static final PythonVersions TABLE = read();

    private static PythonVersions read() {
      var table = PackagedTable.read("python-versions.json");
      return new PythonVersions(
          table
              .rows("recommended")
              .collect(Collectors.toMap(row -> row.text("package"), row -> row.text("version"))),
          table.rows("releases").map(Shipped::release).toList());
    }

    private static Release release(PackagedTable.Row row) {
      return new Release(
          row.text("version"),
          LocalDate.parse(row.text("released")),
          LocalDate.parse(row.text("endOfLife")));
    }
  }
}
