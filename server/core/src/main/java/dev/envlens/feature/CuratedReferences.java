package dev.envlens.feature;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.feature.KnownFiles.Known;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The curated environments that a job may refer to: those that are deprecated come last. */
final class CuratedReferences {

  private CuratedReferences() {}

  /** Those whose names hold {@code part}; of one that it names in full, each known version. */
  static Stream<Known> of(Catalogue catalogue, String part) {
    String wanted =
        (Catalogue.isWorkspaceName(part) ? part.substring(part.indexOf('-') + 1) : part)
            .toLowerCase(Locale.ROOT);
    var named =
        catalogue.environments().stream()
            .filter(one -> one.name().toLowerCase(Locale.ROOT).contains(wanted))
            .toList();
    return Stream.concat(
            named.stream().filter(one -> one.deprecation().isEmpty()),
            named.stream().filter(one -> one.deprecation().isPresent()))
        .flatMap(one -> versions(one, one.name().equalsIgnoreCase(wanted)));
  }

  private static Stream<Known> versions(CuratedEnvironment environment, boolean all) {
    var latest = Stream.of(Optional.<String>empty());
    var numbers = environment.numbers().stream().limit(all ? Long.MAX_VALUE : 1).map(Optional::of);
    return (all || environment.newest().isEmpty() ? Stream.concat(numbers, latest) : numbers)
        .map(
            number ->
                new Known(
                    Optional.of(Catalogue.REGISTRY),
                    environment.name(),
                    number,
                    about(environment)));
  }

  private static String about(CuratedEnvironment environment) {
    return environment
        .deprecation()
        .map(it -> "curated, deprecated" + it.successor().map(": use "::concat).orElse(""))
        .orElse("curated");
  }
}
