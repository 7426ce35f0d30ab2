package dev.envlens.curated;

import java.util.List;
import java.util.Optional;

/**
 * What a definition was when it was made from a curated environment.
 *
 * @param environment the curated environment
 * @param sources what its build context held
 * @param dockerfile the Dockerfile's text, where all of it is known
 */
public record CuratedBaseline(
    CuratedEnvironment environment, CuratedSources sources, Optional<String> dockerfile) {

  /** Where images of curated environments are, unless the catalogue knows better. */
  public static final String REPOSITORY = "mcr.microsoft.com/azureml/curated/";

  /**
   * The one that {@code origin} means; empty where the catalogue doesn't know, or no longer knows,
   * the sources that it was made from.
   */
  public static Optional<CuratedBaseline> of(Origin origin, Catalogue catalogue) {
    var environment =
        catalogue
            .find(origin.name())
            .orElseGet(
                () ->
                    new CuratedEnvironment(
                        origin.name(),
                        REPOSITORY + origin.name(),
                        "",
                        Optional.empty(),
                        List.of()));
    return origin
        .version()
        .flatMap(number -> onImage(environment, number, origin.hash()))
        .or(
            () ->
                environment.versions().stream()
                    .flatMap(version -> version.sources().stream())
                    .filter(sources -> sources.hash().equals(origin.hash()))
                    .findFirst()
                    .map(sources -> new CuratedBaseline(environment, sources, Optional.empty())));
  }

  private static Optional<CuratedBaseline> onImage(
      CuratedEnvironment environment, String number, String hash) {
    var files = CuratedFiles.of(environment, number, environment.name());
    if (!files.origin().hash().equals(hash)) {
      return Optional.empty();
    }
    String text = CuratedFiles.dockerfile(environment, number);
    return Optional.of(
        new CuratedBaseline(
            environment,
            new CuratedSources(
                hash,
                Optional.of(environment.image(number)),
                "Dockerfile",
                StepLines.of(text),
                List.of(),
                List.of()),
            Optional.of(text)));
  }
}
