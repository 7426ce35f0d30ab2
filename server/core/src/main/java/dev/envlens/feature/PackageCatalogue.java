package dev.envlens.feature;

import dev.envlens.conda.PackageName;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.PackagedTable;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Packages that are well known in data science, with the versions that Microsoft's samples pin
 * (schemas/data/known-packages.json).
 */
public final class PackageCatalogue implements KnownPackages {

  /** One package, under the names that it goes by. */
  private record Row(
      String about, Map<Installer, String> names, Map<Installer, List<String>> versions) {}

  private final List<Row> rows;
  private final Map<Installer, Map<String, Row>> byName = new HashMap<>();

  private PackageCatalogue(List<Row> rows) {
    this.rows = rows;
    for (var installer : Installer.values()) {
      var named = new HashMap<String, Row>();
      for (var row : rows) {
        Optional.ofNullable(row.names().get(installer))
            .ifPresent(name -> named.put(new PackageName(name).key(), row));
      }
      byName.put(installer, named);
    }
  }

  /** The table that envlens is shipped with, read when first asked for. */
  public static PackageCatalogue shipped() {
    return Shipped.TABLE;
  }

  @Override
  public List<KnownPackage> packages(Installer installer, Predicate<String> wanted, int most) {
    return rows.stream()
        .filter(row -> row.names().containsKey(installer))
        .filter(row -> wanted.test(row.names().get(installer)))
        .limit(most)
        .map(row -> new KnownPackage(row.names().get(installer), row.about()))
        .toList();
  }

  @Override
  public List<String> versions(String name, Installer installer) {
    return Optional.ofNullable(byName.get(installer).get(new PackageName(name).key()))
        .map(row -> row.versions().getOrDefault(installer, List.of()))
        .orElse(List.of());
  }

  private static final class Shipped {
    static final PackageCatalogue TABLE =
        new PackageCatalogue(
            PackagedTable.read("known-packages.json").rows("packages").map(Shipped::row).toList());

    private static Row row(PackagedTable.Row row) {
      var names = new HashMap<Installer, String>();
      var versions = new HashMap<Installer, List<String>>();
      for (var installer : Installer.values()) {
        String key = installer == Installer.CONDA ? "conda" : "pip";
        row.cells().scalar(key).map(Scalar::text).ifPresent(name -> names.put(installer, name));
        versions.put(installer, texts(row.cells().sequence(key + "Versions")));
      }
      return new Row(row.text("description"), names, versions);
    }

    private static List<String> texts(Optional<Sequence> list) {
      return list.map(Sequence::items).orElse(List.of()).stream()
          .map(Item::value)
          .filter(Scalar.class::isInstance)
          .map(value -> ((Scalar) value).text())
          .toList();
    }
  }
}
