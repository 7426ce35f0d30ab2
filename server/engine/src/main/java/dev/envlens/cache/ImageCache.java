package dev.envlens.cache;

import dev.envlens.docker.DockerConnection;
import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CachePlace.Trouble;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.KnownImages;
import dev.envlens.setup.MachineSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where images are cached, and what base images stand for, as the local engine and the registries
 * of the user's settings say. Nothing here waits: questions are asked on threads of their own, each
 * once at a time and within a time limit, and what was answered is in memory.
 */
public final class ImageCache implements AutoCloseable {

  /** How long a status is good that every place has answered for. */
  static final Duration LIFETIME = Duration.ofSeconds(60);

  /** Of all questions that one base image takes. */
  private static final Duration BASE_LIMIT = Duration.ofSeconds(20);

  private static final Duration BASE_LIFETIME = Duration.ofMinutes(5);
  private static final Duration UNKNOWN_BASE_LIFETIME = Duration.ofMinutes(1);

  /** Hears of changes, on whatever thread made them; it must not wait there. */
  public interface Listener {

    /** The status of the image with this hash is another one. */
    void statusChanged(String hash);

    /** Another thing is known of the base image that is named so. */
    void baseChanged(String reference);
  }

  private final Clock clock;
  private final boolean trusted;
  private final List<Place> places;
  private final Lookups<CacheStatus> statuses;
  private final Lookups<Optional<BaseImage>> bases;
  private final ExecutorService baseThreads = Threads.named("base");
  private final Set<String> building = ConcurrentHashMap.newKeySet();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /**
   * The places that {@code settings} name; none is asked yet.
   *
   * @param docker used where the engine can't be asked directly
   */
  public static ImageCache of(
      MachineSettings settings, Supplier<DockerConnection> docker, Clock clock) {
    var places = new Places(settings, docker, clock);
    var bases = new BaseLookup(places);
    return new ImageCache(
        settings.trusted() ? places.all() : List.of(), bases::find, settings.trusted(), clock);
  }

  /**
   * @param base finds out what a base image's name stands for
   * @param trusted whether anybody may be asked
   */
  ImageCache(
      List<Place> places,
      Function<String, Optional<BaseImage>> base,
      boolean trusted,
      Clock clock) {
    this.clock = clock;
    this.trusted = trusted;
    this.places = List.copyOf(places);
    this.statuses = new Lookups<>(new Statuses(), clock, this::statusChanged);
    this.bases = new Lookups<>(new Bases(base), clock, this::baseChanged);
  }

  /**
   * Where the image with this hash is cached, by what is in memory: the newest answer, however old.
   * Empty when nobody has answered yet.
   *
   * @param hash 64 hex digits
   */
  public Optional<CacheStatus> status(String hash) {
    if (!trusted) {
      return Optional.of(untrusted());
    }
    var known = statuses.known(hash);
    return building.contains(hash)
        ? Optional.of(known.orElseGet(() -> CacheStatus.of(List.of(), clock.instant())).building())
        : known;
  }

  /**
   * The same as soon as it is known: at once while what is in memory is good, else when all places
   * have answered or run out of time. Never fails but by {@link #close}.
   */
  public CompletableFuture<CacheStatus> ask(String hash) {
    return trusted ? statuses.ask(hash) : CompletableFuture.completedFuture(untrusted());
  }

  /** Asks anew, also places that are left alone for a while. */
  public CompletableFuture<CacheStatus> refresh(String hash) {
    return trusted ? statuses.refresh(hash) : CompletableFuture.completedFuture(untrusted());
  }

  /**
   * Something has happened that may have changed where images are: whoever asks next gets a new
   * answer. A place that is left alone for a while goes on being.
   */
  public void expire() {
    statuses.expire();
  }

  /** The image is being built on this machine, until {@link #note} or {@link #ended}. */
  public void building(String hash) {
    if (building.add(hash)) {
      statusChanged(hash);
    }
  }

  /** It is not being built any more, however that ended: asks where there is one now. */
  public CompletableFuture<CacheStatus> ended(String hash) {
    // Until they have answered it isn't known to be anything else.
    return refresh(hash)
        .whenComplete(
            (status, fault) -> {
              if (building.remove(hash)) {
                statusChanged(hash);
              }
            });
  }

  /** What somebody knows who has just built, pulled, pushed or removed the image. */
  public void note(String hash, CacheStatus status) {
    boolean was = building.remove(hash);
    if (!statuses.note(hash, status) && was) {
      statusChanged(hash);
    }
  }

  /**
   * What the base image stands for that a definition names so, by what is in memory; empty when
   * nobody has answered yet, or nobody knows it.
   */
  public Optional<BaseImage> base(String reference) {
    return bases.known(reference).flatMap(Function.identity());
  }

  /** The same as soon as it is known. Only registries of the user's settings are asked. */
  public CompletableFuture<Optional<BaseImage>> askBase(String reference) {
    return trusted ? bases.ask(reference) : CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * All this for rules and editor features.
   *
   * @param built the image with a hash as it was built on this machine, from memory
   */
  public KnownImages known(Function<String, Optional<BuiltImage>> built) {
    return new KnownImages() {
      @Override
      public Optional<CacheStatus> status(String hash) {
        return ImageCache.this.status(hash);
      }

      @Override
      public Optional<BuiltImage> built(String hash) {
        return built.apply(hash);
      }

      @Override
      public Optional<BaseImage> base(String reference) {
        return ImageCache.this.base(reference);
      }
    };
  }

  /** Has {@code listener} hear of changes from now on. */
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  private void statusChanged(String hash) {
    listeners.forEach(listener -> listener.statusChanged(hash));
  }

  private void baseChanged(String reference) {
    listeners.forEach(listener -> listener.baseChanged(reference));
  }

  private CacheStatus untrusted() {
    Instant now = clock.instant();
    var trouble =
        new Trouble(
            "This workspace isn't trusted, so neither Docker nor a registry is asked. Trust it in"
                + " the editor first.",
            now.plus(LIFETIME));
    return CacheStatus.of(List.of(CachePlace.unknown(CachePlace.Kind.LOCAL, trouble)), now);
  }

  /** Stops asking; who waits for an answer gets none. */
  @Override
  public void close() {
    listeners.clear();
    places.forEach(Place::close);
    baseThreads.shutdownNow();
  }

  private final class Statuses implements Lookups.Source<CacheStatus> {

    @Override
    public CompletableFuture<CacheStatus> ask(String hash, boolean anyway) {
      var answers = places.stream().map(place -> place.ask(hash, anyway)).toList();
      return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
          .thenApply(
              done ->
                  CacheStatus.of(
                      answers.stream().map(CompletableFuture::join).toList(), clock.instant()));
    }

    @Override
    public Instant until(CacheStatus status) {
      return status.places().stream()
          .flatMap(place -> place.trouble().stream())
          .map(Trouble::again)
          .min(Instant::compareTo)
          .orElseGet(() -> status.asked().plus(LIFETIME));
    }

    @Override
    public Object shown(CacheStatus status) {
      return status.places(); // not when that was asked
    }
  }

  private final class Bases implements Lookups.Source<Optional<BaseImage>> {

    private final Function<String, Optional<BaseImage>> base;

    Bases(Function<String, Optional<BaseImage>> base) {
      this.base = base;
    }

    @Override
    public CompletableFuture<Optional<BaseImage>> ask(String reference, boolean anyway) {
      return places.isEmpty()
          ? CompletableFuture.completedFuture(Optional.empty())
          : CompletableFuture.supplyAsync(() -> base.apply(reference), baseThreads)
              .completeOnTimeout(Optional.empty(), BASE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Instant until(Optional<BaseImage> found) {
      return clock.instant().plus(found.isPresent() ? BASE_LIFETIME : UNKNOWN_BASE_LIFETIME);
    }

    @Override
    public Object shown(Optional<BaseImage> found) {
      return found;
    }
  }
}
