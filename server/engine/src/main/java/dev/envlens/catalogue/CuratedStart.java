package dev.envlens.catalogue;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.curated.CuratedFiles;
import dev.envlens.text.Nearest;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the curated environments that a person names. */
public record CuratedStart(Catalogue catalogue) {

  /** What stands before the name of a curated environment where others could be meant. */
  public static final String PREFIX = "curated:";

  /**
   * A curated environment in a version.
   *
   * @param number as named, else the newest that is known
   */
  public record Chosen(CuratedEnvironment environment, Optional<String> number) {}

  /**
   * The environment that {@code text}, {@code [curated:]NAME[:VERSION]}, names.
   *
   * @throws CatalogueFault when the catalogue doesn't have it
   */
  public Chosen find(String text) {
    String named = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    int colon = named.indexOf(':');
    String name = colon < 0 ? named : named.substring(0, colon);
    var environment =
        catalogue
            .findByAnyName(name)
            .orElseThrow(
                () ->
                    new CatalogueFault(
                        "The catalogue has no curated environment '%s'%s. 'envlens curated list' names them."
                            .formatted(name, hint(name))));
    return new Chosen(
        environment, colon < 0 ? environment.newest() : Optional.of(named.substring(colon + 1)));
  }

  private String hint(String name) {
    return Nearest.to(
            name, catalogue.environments().stream().map(CuratedEnvironment::name).toList())
        .map(": did you mean '%s'?"::formatted)
        .orElse("");
  }

  /**
   * The files of an environment that starts from a curated one.
   *
   * @param checkout of the sources, to build it as they do; else it builds on the curated image
   * @throws CatalogueFault when that isn't known
   */
  public CuratedFiles files(String name, String text, Optional<Path> checkout) {
    if (checkout.isPresent()) {
      String named = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
      int colon = named.indexOf(':');
      return new CatalogueSource(checkout.get(), "")
          .files(
              colon < 0 ? named : named.substring(0, colon),
              colon < 0 ? Optional.empty() : Optional.of(named.substring(colon + 1)),
              name);
    }
    var chosen = find(text);
    String number =
        chosen
            .number()
            .filter(version -> version.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}"))
            .orElseThrow(
                () ->
                    new CatalogueFault(
                        "No version of the curated environment '%s' is known. Name one, as in '%s%s:1'."
                            .formatted(
                                chosen.environment().name(), PREFIX, chosen.environment().name())));
    return CuratedFiles.of(chosen.environment(), number, name);
  }
}
