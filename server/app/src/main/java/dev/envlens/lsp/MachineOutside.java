package dev.envlens.lsp;

import dev.envlens.build.BuildRecord;
import dev.envlens.cache.ImageCache;
import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.EnvironmentSummary;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.Slice;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of this machine, as those who answer. */
final class MachineOutside implements Outside {

  /** How much of a long list is read; a workspace may have been in use for years. */
  private static final int MOST = 2_000;

  /** Places have time limits of their own; this is for a fault of ours. */
  private static final long PATIENCE_SECONDS = 60;

  private final Machine machine;
  private final Consumer<Question<?>> changed;
  private boolean listens;

  /**
   * @param changed told of what is another thing than when it was asked
   */
  MachineOutside(Machine machine, Consumer<Question<?>> changed) {
    this.machine = machine;
    this.changed = changed;
  }

  boolean isOf(Machine other) {
    return machine.equals(other);
  }

  @Override
  public List<RegisteredVersion> versions(String name) {
    return isThere()
        ? all(next -> machine.workspace().versions(name, next)).stream()
            .map(MachineOutside::registered)
            .toList()
        : List.of();
  }

  @Override
  public List<String> names() {
    return isThere()
        ? all(next -> machine.workspace().list(false, next)).stream()
            .map(EnvironmentSummary::name)
            .toList()
        : List.of();
  }

  @Override
  public List<RegisteredVersion> sharing(String hash) {
    return isThere()
        ? machine.workspace().sharing(hash).stream().map(MachineOutside::registered).toList()
        : List.of();
  }

  @Override
  public CacheStatus status(String hash) {
    var images = images();
    var answered = await(images.ask(hash));
    return images.status(hash).orElse(answered); // which knows of builds, too
  }

  @Override
  public Optional<BuiltImage> built(String hash) {
    return isThere() ? machine.images().known(hash) : Optional.empty();
  }

  @Override
  public Optional<Duration> lastTook(String hash) {
    return isThere()
        ? machine.buildRecords().lastBuilt(hash).map(BuildRecord::took)
        : Optional.empty();
  }

  @Override
  public Optional<BaseImage> base(String reference) {
    return await(images().askBase(reference));
  }

  @Override
  public void expire() {
    images().expire();
  }

  private synchronized ImageCache images() {
    var images = machine.imageCache();
    if (!listens) {
      listens = true;
      images.listen(new Changes(changed));
    }
    return images;
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Nobody said where an image is.", e);
    }
  }

  private record Changes(Consumer<Question<?>> changed) implements ImageCache.Listener {
    @Override
    public void statusChanged(String hash) {
      changed.accept(new Question.Status(hash));
    }

    @Override
    public void baseChanged(String reference) {
      changed.accept(new Question.Base(reference));
    }
  }

  /** A workspace in which nothing was ever registered isn't made by asking for it. */
  private boolean isThere() {
    return Files.exists(machine.databaseFile());
  }

  private static <T> List<T> all(Function<Optional<String>, Slice<T>> pages) {
    var all = new ArrayList<T>();
    Optional<String> next = Optional.empty();
    do {
      var page = pages.apply(next);
      all.addAll(page.items());
      next = page.next();
    } while (next.isPresent() && all.size() < MOST);
    return all;
  }

  private static RegisteredVersion registered(EnvironmentVersion version) {
    return new RegisteredVersion(
        version.id().name(),
        version.id().version(),
        version.content().hash(),
        version.content().canonicalJson(),
        version.history().created(),
        version.history().archived());
  }
}
