package dev.envlens.catalogue;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.CuratedFiles;
import dev.envlens.curated.CuratedVersion;
import dev.envlens.yaml.Document;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Yaml;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A checkout of the sources of curated environments. */
public final class CatalogueSource {

  /** The public sources. */
  static final String PUBLIC = "https://github.com/Azure/azureml-assets";

  private static final String ASSET = "asset.yaml";

  private final SourceFolder folder;
  private final String url;

  /**
   * @param folder the checkout
   * @param url where it is from, for a person; may be empty
   * @throws CatalogueFault when there is no such folder
   */
  public CatalogueSource(Path folder, String url) {
    this.folder = SourceFolder.at(folder);
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /**
   * What a checkout holds.
   *
   * @param environments by name
   * @param skipped environments that aren't taken: where, and why
   * @param others how many assets are of another kind
   */
  public record Found(
      List<CuratedEnvironment> environments, Map<String, String> skipped, int others) {
    public Found {
      environments = List.copyOf(environments);
    }
  }

  /** Reads all of it. */
  public Found read() {
    var environments = new TreeMap<String, CuratedEnvironment>();
    var skipped = new TreeMap<String, String>();
    int others = 0;
    for (Path file : assets()) {
      var asset = asset(file);
      if (asset.isEmpty()) {
        others++;
        continue;
      }
      try {
        var read = new AssetReader(folder, file.getParent(), url).read(asset.get());
        environments.merge(
            read.environment().name(), read.environment(), CatalogueSource::together);
      } catch (AssetReader.Skipped reason) {
        skipped.put(folder.shown(file.getParent()), reason.getMessage());
      }
    }
    return new Found(List.copyOf(environments.values()), skipped, others);
  }

  /**
   * The files of a definition that is built as the curated environment is.
   *
   * @param name the new environment's
   * @throws CatalogueFault when the checkout doesn't have it
   */
  public CuratedFiles files(String curated, Optional<String> number, String name) {
    for (Path file : assets()) {
      var asset = asset(file);
      if (asset.isPresent()) {
        try {
          var read = new AssetReader(folder, file.getParent(), url).read(asset.get());
          boolean wanted =
              read.environment().name().equalsIgnoreCase(curated) && !read.context().isEmpty();
          var version = read.environment().versions().get(0);
          if (wanted && (number.isEmpty() || version.number().equals(number))) {
            return CuratedFiles.ofSources(
                read.environment(),
                version.number(),
                name,
                version.sources().orElseThrow().dockerfile(),
                new TreeMap<>(read.context()));
          }
        } catch (AssetReader.Skipped reason) {
          // Another folder may have it.
        }
      }
    }
    throw new CatalogueFault(
        "The checkout '%s' has no usable sources of '%s'. 'envlens curated update' says what it has."
            .formatted(folder.root(), curated + number.map(version -> ":" + version).orElse("")));
  }

  /**
   * A catalogue of what was found. Of {@code before} it keeps the numbers of versions, which the
   * sources don't have, and what was deprecated and has been taken out of the sources since.
   */
  public Catalogue catalogue(Found found, Catalogue before, LocalDate today) {
    var environments = new ArrayList<CuratedEnvironment>();
    for (var environment : found.environments()) {
      environments.add(
          before
              .find(environment.name())
              .map(old -> numbered(environment, old))
              .orElse(environment));
    }
    before.environments().stream()
        .filter(old -> old.deprecation().isPresent())
        .filter(
            old -> environments.stream().noneMatch(one -> one.name().equalsIgnoreCase(old.name())))
        .forEach(environments::add);
    environments.sort(Comparator.comparing(CuratedEnvironment::name));
    return new Catalogue(
        url.isEmpty() ? folder.root().toString() : url, today.toString(), environments);
  }

  private static CuratedEnvironment numbered(
      CuratedEnvironment environment, CuratedEnvironment old) {
    var kept =
        old.numbers().stream()
            .filter(number -> !environment.numbers().contains(number))
            .map(number -> new CuratedVersion(Optional.of(number), Optional.empty()));
    return with(environment, Stream.concat(environment.versions().stream(), kept).toList());
  }

  private static CuratedEnvironment together(CuratedEnvironment one, CuratedEnvironment other) {
    return with(one, Stream.concat(one.versions().stream(), other.versions().stream()).toList());
  }

  private static CuratedEnvironment with(CuratedEnvironment one, List<CuratedVersion> versions) {
    return new CuratedEnvironment(
        one.name(), one.image(), one.source(), one.deprecation(), versions);
  }

  private List<Path> assets() {
    return folder.files(folder.root()).stream()
        .filter(file -> file.getFileName().toString().equals(ASSET))
        .toList();
  }

  private Optional<Mapping> asset(Path file) {
    return folder
        .text(file.getParent(), ASSET)
        .flatMap(text -> Yaml.parse(text).documents().stream().findFirst())
        .flatMap(Document::mapping)
        .filter(AssetReader::isEnvironment);
  }
}
