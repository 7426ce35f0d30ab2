package dev.envlens.cache;

import dev.envlens.docker.EngineFault;
import dev.envlens.docker.LocalImage;
import dev.envlens.image.ImageReference;
import dev.envlens.image.ParsedImage;
import dev.envlens.known.BaseImage;
import dev.envlens.registry.Registry;
import dev.envlens.registry.RegistryFault;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out what a base image's name stands for now. */
final class BaseLookup {

  /** How many tags are looked at, each by a request of its own. */
  private static final int MOST_TAGS = 8;

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Places places;

  BaseLookup(Places places) {
    this.places = places;
  }

  /** A registry that may be asked says what a tag means today; else what was pulled last counts. */
  Optional<BaseImage> find(String text) {
    if (!(ImageReference.parse(text) instanceof ParsedImage.Ok parsed)
        || parsed.reference().hasDigest()) {
      return Optional.empty();
    }
    var reference = parsed.reference();
    try {
      var remote =
          places.allowed(reference.host()).flatMap(registry -> remote(registry, reference));
      if (remote.isPresent()) {
        return remote;
      }
    } catch (RegistryFault fault) {
      // The engine may know it.
    }
    try {
      return local(reference);
    } catch (EngineFault fault) {
      return Optional.empty();
    }
  }

  private static Optional<BaseImage> remote(Registry registry, ImageReference reference) {
    String repository = reference.repository();
    return registry
        .digest(repository, reference.tag().orElse("latest"))
        .map(
            digest ->
                new BaseImage(
                    digest,
                    reference.isFloating()
                        ? version(registry, repository, digest)
                        : Optional.empty(),
                    registry.address().host()));
  }

  private static Optional<String> version(Registry registry, String repository, String digest) {
    return newest(registry.tags(repository))
        .filter(tag -> registry.digest(repository, tag).equals(Optional.of(digest)))
        .findFirst();
  }

  private Optional<BaseImage> local(ImageReference reference) {
    String name = LocalImage.withoutTag(reference.familiar());
    return places
        .local()
        .find(reference.familiar())
        .flatMap(
            image ->
                image
                    .digestAs(reference)
                    .map(
                        digest ->
                            new BaseImage(
                                digest,
                                reference.isFloating()
                                    ? newest(
                                            image.tags().stream()
                                                .filter(
                                                    tag -> LocalImage.withoutTag(tag).equals(name))
                                                .map(tag -> tag.substring(name.length() + 1))
                                                .toList())
                                        .findFirst()
                                    : Optional.empty(),
                                "the local engine")));
  }

  /** Those of versions; the last in the order of their letters and numbers first. */
  private static Stream<String> newest(List<String> tags) {
    return tags.stream()
        .filter(tag -> tag.matches(".*\\d.*") && !tag.equals("latest"))
        .sorted(Comparator.comparing(BaseLookup::sortable).reversed())
        .limit(MOST_TAGS);
  }

  /** With numbers of one length. */
  private static String sortable(String tag) {
    return NUMBER
        .matcher(tag)
        .replaceAll(
            number -> "0".repeat(Math.max(0, 20 - number.group().length())) + number.group());
  }
}
