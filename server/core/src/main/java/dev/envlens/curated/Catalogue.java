package dev.envlens.curated;

import dev.envlens.definition.ReferenceTarget;
import dev.envlens.image.ImageReference;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.PackagedTable;
import dev.envlens.yaml.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Curated environments: some of them, never certainly all.
 *
 * @param source what it was made from, for a person
 * @param retrieved the day on which that was read, as in {@code 2026-11-22}
 */
public record Catalogue(String source, String retrieved, List<CuratedEnvironment> environments) {

  /** The registry that has them. */
  public static final String REGISTRY = "azureml";

  /** What their names begin with in a workspace, which the registry's names leave out. */
  private static final String PREFIX = "azureml-";

  public Catalogue {
    environments = List.copyOf(environments);
  }

  /** The one that envlens is shipped with, read when first asked for. */
  public static Catalogue shipped() {
    return Shipped.CATALOGUE;
  }

  /** One that knows nothing. */
  public static Catalogue none() {
    return new Catalogue("", "", List.of());
  }

  /** Reads what {@link CatalogueJson} wrote; empty where {@code text} is no catalogue. */
  public static Optional<Catalogue> parse(String text) {
    var yaml = Yaml.parse(text);
    return yaml.isIntact()
        ? yaml.documents().stream()
            .findFirst()
            .flatMap(Document::mapping)
            .filter(root -> root.sequence("environments").isPresent())
            .map(CatalogueReader::read)
        : Optional.empty();
  }

  /** The environment that the registry calls {@code name}, in any letter case. */
  public Optional<CuratedEnvironment> find(String name) {
    return environments.stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The same, where a workspace's name for it, {@code AzureML-NAME}, may be given as well. */
  public Optional<CuratedEnvironment> findByAnyName(String name) {
    return find(name).or(() -> find(withoutPrefix(name)));
  }

  /**
   * The environment that {@code target} means: of Azure ML's registry, or in a workspace by a name
   * that is kept for curated ones.
   */
  public Optional<CuratedEnvironment> find(ReferenceTarget.Named target) {
    if (target.registry().isPresent()) {
      return target.registry().get().equalsIgnoreCase(REGISTRY)
          ? findByAnyName(target.name())
          : Optional.empty();
    }
    return isWorkspaceName(target.name()) ? find(withoutPrefix(target.name())) : Optional.empty();
  }

  /** The environment whose image this is, whatever its tag. */
  public Optional<CuratedEnvironment> find(ImageReference image) {
    String name = image.host() + "/" + image.repository();
    return environments.stream().filter(one -> one.image().equals(name)).findFirst();
  }

  /** Whether a workspace keeps {@code name} for a curated environment. */
  public static boolean isWorkspaceName(String name) {
    return name.toLowerCase(Locale.ROOT).startsWith(PREFIX);
  }

  private static String withoutPrefix(String name) {
    return isWorkspaceName(name) ? name.substring(PREFIX.length()) : name;
  }

  private static final class Shipped {
    static final Catalogue CATALOGUE =
        CatalogueReader.read(PackagedTable.read("curated-environments.json").root());
  }
}
