package dev.envlens.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.envlens.definition.DefinitionHash;
import dev.envlens.known.BaseImage;
import dev.envlens.known.CachePlace;
import dev.envlens.known.CachePlace.CachedImage;
import dev.envlens.known.CacheState;
import dev.envlens.known.CacheStatus;
import dev.envlens.registry.FaultyServer;
import dev.envlens.setup.MachineSettings;
import dev.envlens.testing.DockerEngine;
import dev.envlens.testing.OciRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageCacheTest {

  private static final String HASH = "a1b2c3d4".repeat(8);
  private static final FaultyServer.Behaviour NONE =
      FaultyServer.says(404, "application/json", "{}", Map.of());

  @TempDir Path home;

  /** Stands until it is moved. */
  private static final class Hand extends Clock {
    private volatile Instant now = Instant.parse("2026-06-01T12:00:00Z");

    void move(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hand clock = new Hand();

  private MachineSettings settings(boolean trusted, String registry, String curated) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DOCKER_CONFIG", home.toString());
    variables.put("DOCKER_HOST", DockerEngine.shared().host());
    variables.put("ENVLENS_REGISTRY", registry);
    variables.put("ENVLENS_CURATED_REGISTRY", curated);
    return MachineSettings.of(variables, trusted);
  }

  private ImageCache cache(MachineSettings settings) {
    return ImageCache.of(
        settings,
        () -> {
          throw new AssertionError("docker-java isn't needed");
        },
        clock);
  }

  private ImageCache cache(Place... places) {
    return new ImageCache(List.of(places), reference -> Optional.empty(), true, clock);
  }

  private Place place(CachePlace.Kind kind, Place.Question question) {
    return new Place(kind, kind.word(), question, clock, Duration.ofSeconds(30));
  }

  private static CacheStatus got(Future<CacheStatus> answer) throws Exception {
    return answer.get(60, TimeUnit.SECONDS);
  }

  @Test
  void findsAnImageWhereverItIs() throws Exception {
    var engine = DockerEngine.shared();
    var registry = OciRegistry.shared();
    String hash = "c".repeat(64);
    String name = DefinitionHash.repository(hash);
    engine.base(name + ":latest", Map.of("/etc/hello", "hello\n"));
    try (var cache = cache(settings(true, registry.address(), ""))) {
      assertEquals(Optional.empty(), cache.status(hash));
      var local = got(cache.ask(hash));
      assertEquals(CacheState.CACHED, local.state());
      assertEquals(
          List.of(CacheState.CACHED, CacheState.MISSING),
          local.places().stream().map(CachePlace::state).toList());
      assertEquals(Optional.of(local), cache.status(hash));

      String pushed = registry.address() + "/" + name;
      engine.docker("tag", name, pushed);
      engine.docker("push", pushed);
      engine.docker("rmi", pushed, name);
      var remote = got(cache.refresh(hash));
      assertEquals(
          List.of(CacheState.MISSING, CacheState.CACHED),
          remote.places().stream().map(CachePlace::state).toList());
      assertEquals(
          pushed + ":latest",
          remote.place(CachePlace.Kind.WORKSPACE).orElseThrow().image().orElseThrow().reference());
    }
  }

  @Test
  void aRegistryInTroubleHidesNoLocalImageAndIsLeftAlone() throws Exception {
    String hash = "d".repeat(64);
    DockerEngine.shared().base(DefinitionHash.repository(hash) + ":latest", Map.of());
    var busy = FaultyServer.says(429, "application/json", "{}", Map.of("Retry-After", "120"));
    try (var server = new FaultyServer(busy);
        var cache = cache(settings(true, server.address(), ""))) {
      var status = got(cache.ask(hash));
      assertEquals(CacheState.CACHED, status.state());
      var trouble = status.place(CachePlace.Kind.WORKSPACE).orElseThrow().trouble().orElseThrow();
      assertTrue(trouble.reason().contains("(429)"), trouble.reason());
      assertEquals(clock.instant().plusSeconds(120), trouble.again());

      clock.move(Duration.ofSeconds(119));
      assertEquals(CacheState.UNKNOWN, got(cache.ask(HASH)).state());
      assertEquals(1, server.requests().size(), "another hash doesn't ask it either");
      server.now(NONE);
      clock.move(Duration.ofSeconds(2));
      assertEquals(CacheState.MISSING, got(cache.ask(HASH)).state());
      assertEquals(2, server.requests().size());
    }
  }

  @Test
  void aRefreshAsksAlsoWhoIsLeftAlone() throws Exception {
    try (var server = new FaultyServer(FaultyServer.says(500));
        var cache = cache(settings(true, server.address(), ""))) {
      assertEquals(CacheState.UNKNOWN, got(cache.ask(HASH)).state());
      server.now(NONE);
      assertEquals(CacheState.UNKNOWN, got(cache.ask(HASH)).state());
      assertEquals(CacheState.MISSING, got(cache.refresh(HASH)).state());
    }
  }

  @Test
  void allPlacesAreAskedAtOnce() throws Exception {
    var together = new CyclicBarrier(3);
    Place.Question meets =
        hash -> {
          try {
            together.await(30, TimeUnit.SECONDS);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return Optional.empty();
        };
    try (var cache =
        cache(
            place(CachePlace.Kind.LOCAL, meets),
            place(CachePlace.Kind.WORKSPACE, meets),
            place(CachePlace.Kind.CURATED, meets))) {
      assertEquals(CacheState.MISSING, got(cache.ask(HASH)).state());
    }
  }

  @Test
  void whoeverAsksMeanwhileGetsTheSameAnswer() throws Exception {
    var asked = new AtomicInteger();
    var go = new CountDownLatch(1);
    try (var cache =
        cache(
            place(
                CachePlace.Kind.LOCAL,
                hash -> {
                  asked.incrementAndGet();
                  await(go);
                  return Optional.empty();
                }))) {
      var first = cache.ask(HASH);
      assertSame(first, cache.ask(HASH));
      assertEquals(Optional.empty(), cache.status(HASH), "nobody waits");
      go.countDown();
      got(first);
      clock.move(ImageCache.LIFETIME.minusMillis(1));
      got(cache.ask(HASH));
      assertEquals(1, asked.get());
      clock.move(Duration.ofMillis(1));
      got(cache.ask(HASH));
      assertEquals(2, asked.get());
    }
  }

  @Test
  void whatIsKnownBetterIsNotOverwrittenByWhatWasOnItsWay() throws Exception {
    var go = new CountDownLatch(1);
    var image = new CachedImage("azureml/a:latest", "sha256:1", Optional.empty(), Optional.of(1L));
    var built =
        CacheStatus.of(List.of(CachePlace.cached(CachePlace.Kind.LOCAL, image)), clock.instant());
    List<String> changes = new CopyOnWriteArrayList<>();
    try (var cache =
        cache(
            place(
                CachePlace.Kind.LOCAL,
                hash -> {
                  await(go);
                  return Optional.empty();
                }))) {
      cache.listen(
          new ImageCache.Listener() {
            @Override
            public void statusChanged(String hash) {
              changes.add(cache.status(hash).map(it -> it.state().word()).orElse("?"));
            }

            @Override
            public void baseChanged(String reference) {}
          });
      var late = cache.ask(HASH);
      cache.building(HASH);
      assertEquals(CacheState.BUILDING, cache.status(HASH).orElseThrow().state());
      cache.note(HASH, built);
      go.countDown();
      got(late);
      assertEquals(Optional.of(built), cache.status(HASH));
      assertEquals(List.of("building", "cached"), changes);
    }
  }

  @Test
  void aBuildThatFailedLeavesWhatThePlacesSay() throws Exception {
    try (var cache = cache(place(CachePlace.Kind.LOCAL, hash -> Optional.empty()))) {
      cache.building(HASH);
      assertEquals(CacheState.MISSING, got(cache.ended(HASH)).state());
      assertEquals(CacheState.MISSING, cache.status(HASH).orElseThrow().state());
    }
  }

  @Test
  void nobodyIsAskedWhereTheWorkspaceIsNotTrusted() throws Exception {
    try (var server = new FaultyServer(NONE);
        var cache = cache(settings(false, server.address(), server.address()))) {
      var status = got(cache.refresh(HASH));
      assertEquals(CacheState.UNKNOWN, status.state());
      assertTrue(status.places().get(0).trouble().orElseThrow().reason().contains("isn't trusted"));
      assertEquals(
          Optional.empty(),
          cache.askBase(server.address() + "/a:latest").get(60, TimeUnit.SECONDS));
      assertEquals(List.of(), server.requests());
    }
  }

  @Test
  void aSettingThatIsNoRegistryIsSaid() throws Exception {
    try (var cache = cache(settings(true, "https://user:pw@host/", ""))) {
      var place = got(cache.ask(HASH)).place(CachePlace.Kind.WORKSPACE).orElseThrow();
      String reason = place.trouble().orElseThrow().reason();
      assertTrue(reason.contains("can't be a registry"), reason);
      assertFalse(reason.contains("pw"), reason);
    }
  }

  @Test
  void aBaseImageIsLookedUpInTheRegistryOfTheSettingsAlone() throws Exception {
    var engine = DockerEngine.shared();
    var registry = OciRegistry.shared();
    engine.base("python:3", Map.of("/etc/python", "3\n"));
    for (String tag : List.of("latest", "3.9", "3.11.2")) {
      engine.docker("tag", "python:3", registry.address() + "/team/python:" + tag);
      engine.docker("push", registry.address() + "/team/python:" + tag);
    }
    String name = registry.address() + "/team/python";
    String digest =
        engine
            .docker("inspect", "--format", "{{index .RepoDigests 0}}", name + ":latest")
            .replaceFirst(".*@", "");
    try (var server = new FaultyServer(NONE);
        var cache = cache(settings(true, registry.address(), ""))) {
      var expected = Optional.of(new BaseImage(digest, Optional.of("3.11.2"), registry.address()));
      assertEquals(expected, cache.askBase(name).get(60, TimeUnit.SECONDS));
      assertEquals(expected, cache.base(name));
      cache.askBase(server.address() + "/team/python:1").get(60, TimeUnit.SECONDS);
      assertEquals(List.of(), server.requests(), "only a definition names it");
    }
    try (var cache = cache(settings(true, "", ""))) {
      assertEquals(
          Optional.of(new BaseImage(digest, Optional.of("3.11.2"), "the local engine")),
          cache.askBase(name).get(60, TimeUnit.SECONDS));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
