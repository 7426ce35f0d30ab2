package dev.envlens.feature;

import dev.envlens.link.Listing;
import dev.envlens.link.Listing.Named;
import dev.envlens.link.Listings;
import dev.envlens.link.Paths;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands beside a file that an environment could be made of. */
final class FolderContents {

  /** How many folders are looked into for a Dockerfile. */
  private static final int FOLDERS = 8;

  private static final String DOCKERFILE = "Dockerfile";

  private final URI file;
  private final Listings listings;
  private boolean pending;

  FolderContents(URI file, Listings listings) {
    this.file = file;
    this.listings = listings;
  }

  /** Whether an answer so far may be another once more is known. */
  boolean isPending() {
    return pending;
  }

  /** The conda file beside it, if there is one by its name. */
  Optional<String> condaFile() {
    return names(".")
        .filter(named -> !named.isFolder() && isYaml(named.name()))
        .map(Named::name)
        .filter(name -> name.toLowerCase(Locale.ROOT).contains("conda"))
        .filter(name -> !name.equals(Paths.name(file)))
        .findFirst();
  }

  /** The folder with a Dockerfile: this one, or one in it. */
  Optional<String> contextWithDockerfile() {
    if (hasDockerfile(".")) {
      return Optional.of(".");
    }
    return names(".")
        .filter(Named::isFolder)
        .map(Named::name)
        .filter(name -> !PathCompletions.isClutter(name))
        .limit(FOLDERS)
        .filter(this::hasDockerfile)
        .findFirst();
  }

  String context() {
    return contextWithDockerfile().orElse(".");
  }

  /** The v1 definition beside it. */
  Optional<String> v1File() {
    return names(".")
        .filter(named -> !named.isFolder())
        .map(Named::name)
        .filter(name -> name.matches("(?i)azureml[_-]environment.*\\.json"))
        .findFirst();
  }

  private boolean hasDockerfile(String folder) {
    return names(folder).anyMatch(named -> !named.isFolder() && named.name().equals(DOCKERFILE));
  }

  private Stream<Named> names(String path) {
    return Paths.resolve(file, path).map(this::listed).orElse(List.of()).stream();
  }

  private List<Named> listed(URI folder) {
    var listing = listings.folder(folder);
    pending |= listing instanceof Listing.Pending;
    return listing instanceof Listing.Names names ? names.names() : List.of();
  }

  static boolean isYaml(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yml") || lower.endsWith(".yaml");
  }
}
