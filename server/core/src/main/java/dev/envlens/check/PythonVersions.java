package dev.envlens.check;

import dev.envlens.yaml.PackagedTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The releases of Python, and the versions that fixes write (schemas/data/python-versions.json).
 *
 * @param recommended a version that is known to work well with Azure ML, by package
 * @param releases newest first
 */
public record PythonVersions(Map<String, String> recommended, List<Release> releases) {

  public PythonVersions {
    recommended = Map.copyOf(recommended);
    releases = List.copyOf(releases);
  }

  /**
   * A feature release of Python.
   *
   * @param version two numbers, {@code 3.12}
   * @param endOfLife the last day on which it gets security fixes
   */
  public record Release(String version, LocalDate released, LocalDate endOfLife) {}

  /** The table that envlens is shipped with, read when first asked for. */
  public static PythonVersions shipped() {
    return Shipped.TABLE;
  }

  /** The version of {@code name} that a fix writes. */
  public String recommended(String name) {
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
