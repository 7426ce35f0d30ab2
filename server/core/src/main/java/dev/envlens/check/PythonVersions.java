package dev.envlens.check;

import dev.envlens.yaml.Document;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import dev.envlens.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The releases of Python, and the versions that fixes write (schemas/data/python-versions.json).
 *
 * @param recommended a version that is known to work well with Azure ML, by package
 * @param releases newest first
 */
record PythonVersions(Map<String, String> recommended, List<Release> releases) {

  private static final String FILE = "/dev/envlens/schemas/data/python-versions.json";

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
  record Release(String version, LocalDate released, LocalDate endOfLife) {}

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

    /** Reads the JSON as YAML, whose reader is loaded already when a rule wants the table. */
    private static PythonVersions read() {
      var root =
          Yaml.parse(text()).documents().stream()
              .findFirst()
              .flatMap(Document::mapping)
              .orElseThrow();
      return new PythonVersions(
          mappings(root, "recommended")
              .collect(Collectors.toMap(row -> cell(row, "package"), row -> cell(row, "version"))),
          mappings(root, "releases").map(Shipped::release).toList());
    }

    private static Release release(Mapping row) {
      return new Release(
          cell(row, "version"),
          LocalDate.parse(cell(row, "released")),
          LocalDate.parse(cell(row, "endOfLife")));
    }

    private static Stream<Mapping> mappings(Mapping root, String key) {
      return root.sequence(key).map(Sequence::items).stream()
          .flatMap(List::stream)
          .map(Item::value)
          .map(Mapping.class::cast);
    }

    private static String cell(Mapping row, String key) {
      return row.scalar(key).map(Scalar::text).orElseThrow();
    }

    private static String text() {
      try (InputStream json = PythonVersions.class.getResourceAsStream(FILE)) {
        if (json == null) {
          throw new IllegalStateException("envlens was packaged without " + FILE);
        }
        return new String(json.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
