package dev.envlens.cache;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.docker.DockerConnection;
import dev.envlens.docker.LocalImage;
import dev.envlens.docker.LocalImages;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CachePlace.CachedImage;
import dev.envlens.registry.DockerCredentials;
import dev.envlens.registry.Registry;
import dev.envlens.registry.RegistryAddress;
import dev.envlens.registry.RegistryImage;
import dev.envlens.setup.MachineSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The places that a user's settings name: nothing else says whom to ask. */
final class Places {

  /** The tag that the image with a hash has. */
  private static final String TAG = "latest";

  /** Of one question. */
  static final Duration LIMIT = Duration.ofSeconds(3);

  /** What a thread takes that waits for another, and for a credential helper. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private final MachineSettings settings;
  private final Clock clock;
  private final LocalImages local;
  private final ConcurrentHashMap<String, Registry> registries = new ConcurrentHashMap<>();

  Places(MachineSettings settings, Supplier<DockerConnection> docker, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.local = new LocalImages(settings, docker, LIMIT);
  }

  /** All of them, the nearest first. */
  List<Place> all() {
    List<Place> places = new ArrayList<>();
    places.add(place(CachePlace.Kind.LOCAL, "The Docker engine", this::local));
    settings.registry().ifPresent(it -> places.add(registry(CachePlace.Kind.WORKSPACE, it)));
    settings.curatedRegistry().ifPresent(it -> places.add(registry(CachePlace.Kind.CURATED, it)));
    return places;
  }

  LocalImages local() {
    return local;
  }

  /** The registry that a reference's host is, if the settings name it. */
  Optional<Registry> allowed(String host) {
    return settings
        .registry()
        .filter(it -> RegistryAddress.of(it).host().equals(host))
        .or(
            () ->
                settings.curatedRegistry().filter(it -> RegistryAddress.of(it).host().equals(host)))
        .map(it -> registry(host));
  }

  private Place place(CachePlace.Kind kind, String name, Place.Question question) {
    return new Place(kind, name, question, clock, LIMIT.plus(SLACK));
  }

  private Place registry(CachePlace.Kind kind, String setting) {
    return place(
        kind,
        setting,
        hash -> registry(setting).image(DefinitionHash.repository(hash), TAG).map(Places::cached));
  }

  private Registry registry(String setting) {
    return registries.computeIfAbsent(
        setting,
        it -> new Registry(RegistryAddress.of(it), new DockerCredentials(settings), clock, LIMIT));
  }

  /** Built here, or pulled from the workspace's registry and not named anew. */
  private Optional<CachedImage> local(String hash) {
    String repository = DefinitionHash.repository(hash);
    return local
        .find(repository + ":" + TAG)
        .or(
            () ->
                settings
                    .registry()
                    .flatMap(it -> local.find(RegistryAddress.of(it).reference(repository, TAG))))
        .map(Places::cached);
  }

  private static CachedImage cached(LocalImage image) {
    return new CachedImage(
        image.reference(), image.digest(), image.created(), Optional.of(image.size()));
  }

  private static CachedImage cached(RegistryImage image) {
    return new CachedImage(
        image.reference(), image.digest(), image.created(), Optional.of(image.size()));
  }
}
