package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.CuratedSources;
import dev.envlens.curated.CuratedSources.PackageFile;
import dev.envlens.curated.Open;
import dev.envlens.definition.ReferenceTarget;
import dev.envlens.image.ImageReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of a curated environment, as Markdown. */
final class CuratedWords {

  /** As many packages as are listed. */
  private static final int LISTED = 12;

  private final CuratedEnvironment environment;
  private final Optional<String> version;

  private CuratedWords(CuratedEnvironment environment, Optional<String> version) {
    this.environment = environment;
    this.version = version;
  }

  /** Paragraphs to go on with; nothing where {@code target} is of nothing that is known. */
  static String of(ReferenceTarget.Named target, Supplier<Catalogue> catalogue) {
    return catalogue
        .get()
        .find(target)
        .map(found -> new CuratedWords(found, target.version()).paragraphs())
        .orElse("");
  }

  /** The same of the image of a curated environment. */
  static String of(ImageReference image, Supplier<Catalogue> catalogue) {
    return catalogue
        .get()
        .find(image)
        .map(found -> new CuratedWords(found, image.tag()).paragraphs())
        .orElse("");
  }

  private String paragraphs() {
    return Stream.of(
            Stream.of(
                "Curated environment %s, which Azure Machine Learning maintains."
                    .formatted(Markdown.code(environment.name()))),
            deprecation().stream(),
            version().stream(),
            environment.sources(version).map(CuratedWords::packages).stream())
        .flatMap(words -> words)
        .map("\n\n"::concat)
        .collect(Collectors.joining());
  }

  private Optional<String> deprecation() {
    return environment
        .deprecation()
        .map(
            it ->
                "**Deprecated**: Azure ML no longer updates it."
                    + it.successor()
                        .map(next -> " Use %s.".formatted(Markdown.code(next)))
                        .orElse(""));
  }

  /** The catalogue has some versions, never certainly all. */
  private Optional<String> version() {
    return environment
        .newest()
        .map(
            newest ->
                "The newest version known here is %s, image %s."
                    .formatted(Markdown.code(newest), Markdown.code(environment.image(newest))));
  }

  private static String packages(CuratedSources sources) {
    var all =
        sources.packages().stream()
            .flatMap(CuratedWords::all)
            .map(text -> Markdown.code(Open.shown(text)))
            .toList();
    String base =
        sources
            .base()
            .map(image -> "Its sources build on %s".formatted(Markdown.code(Open.shown(image))))
            .orElse("Its sources are a Dockerfile");
    return all.isEmpty() ? base + "." : base + " and install " + some(all) + ".";
  }

  private static Stream<String> all(PackageFile file) {
    return Stream.concat(file.conda().stream(), file.pip().stream());
  }

  private static String some(List<String> all) {
    String listed = all.stream().limit(LISTED).collect(Collectors.joining(", "));
    return all.size() > LISTED ? listed + " and %d more".formatted(all.size() - LISTED) : listed;
  }
}
