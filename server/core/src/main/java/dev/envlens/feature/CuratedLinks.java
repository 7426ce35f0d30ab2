package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.definition.Reference;
import dev.envlens.definition.ReferenceTarget;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From references to curated environments to the public sources that the catalogue names. Those are
 * web pages: an editor opens one when a person follows the link, and no sooner.
 */
public final class CuratedLinks {

  private static final String WEB = "https://";

  private CuratedLinks() {}

  /** The links of {@code page}, in the order of the text. */
  public static List<Link> of(Page page, Catalogue catalogue) {
    return page instanceof Page.Yaml yaml
        ? yaml.contents().uses().stream()
            .filter(Reference.class::isInstance)
            .map(Reference.class::cast)
            .flatMap(reference -> of(reference, catalogue))
            .toList()
        : List.of();
  }

  private static Stream<Link> of(Reference reference, Catalogue catalogue) {
    return reference.target() instanceof ReferenceTarget.Named named
        ? catalogue.find(named).flatMap(CuratedLinks::sources).stream()
            .map(
                sources ->
                    new Link(
                        reference.text().contentRange(),
                        sources,
                        "Sources of the curated environment"))
        : Stream.empty();
  }

  private static Optional<URI> sources(CuratedEnvironment environment) {
    try {
      return Optional.of(environment.source())
          .filter(source -> source.startsWith(WEB))
          .map(URI::create);
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
