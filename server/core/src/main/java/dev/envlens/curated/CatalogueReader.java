package dev.envlens.curated;

import dev.envlens.curated.CuratedEnvironment.Deprecation;
import dev.envlens.curated.CuratedSources.OtherFile;
import dev.envlens.curated.CuratedSources.PackageFile;
import dev.envlens.yaml.Item;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import dev.envlens.yaml.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a catalogue. A row that lacks what it needs is left out: the file may be of a newer form.
 */
final class CatalogueReader {

  private CatalogueReader() {}

  static Catalogue read(Mapping root) {
    return new Catalogue(
        text(root, "source").orElse(""),
        text(root, "retrieved").orElse(""),
        rows(root, "environments").flatMap(row -> environment(row).stream()).toList());
  }

  private static Optional<CuratedEnvironment> environment(Mapping row) {
    var name = text(row, "name");
    var image = text(row, "image");
    if (name.isEmpty() || image.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CuratedEnvironment(
            name.get(),
            image.get(),
            text(row, "source").orElse(""),
            row.mapping("deprecated").map(it -> new Deprecation(text(it, "successor"))),
            rows(row, "versions").map(CatalogueReader::version).toList()));
  }

  private static CuratedVersion version(Mapping row) {
    return new CuratedVersion(
        text(row, "version"), row.mapping("sources").flatMap(CatalogueReader::sources));
  }

  private static Optional<CuratedSources> sources(Mapping row) {
    var hash = text(row, "hash");
    if (hash.isEmpty()) {
      return Optional.empty();
    }
    String lines = text(row, "steps").orElse("");
    return Optional.of(
        new CuratedSources(
            hash.get(),
            text(row, "base"),
            text(row, "dockerfile").orElse("Dockerfile"),
            new StepLines(List.of(lines.split(" "))),
            rows(row, "packages")
                .map(
                    file ->
                        new PackageFile(
                            text(file, "path").orElse(""),
                            texts(file, "channels"),
                            texts(file, "conda"),
                            texts(file, "pip")))
                .toList(),
            rows(row, "files")
                .map(file -> new OtherFile(text(file, "path").orElse(""), text(file, "digest")))
                .toList()));
  }

  private static Optional<String> text(Mapping row, String key) {
    return row.scalar(key).filter(scalar -> !scalar.isNull()).map(Scalar::text);
  }

  private static List<String> texts(Mapping row, String key) {
    return row.sequence(key).map(Sequence::items).stream()
        .flatMap(List::stream)
        .map(Item::value)
        .filter(Scalar.class::isInstance)
        .map(value -> ((Scalar) value).text())
        .toList();
  }

  private static Stream<Mapping> rows(Mapping row, String key) {
    return row.sequence(key).map(Sequence::items).stream()
        .flatMap(List::stream)
        .map(Item::value)
        .filter(Mapping.class::isInstance)
        .map(Mapping.class::cast);
  }
}
