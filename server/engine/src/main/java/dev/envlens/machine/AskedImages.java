package dev.envlens.machine;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.KnownImages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Images for one who can wait: whatever is asked is asked of this machine's records, its engine and
 * the registries of its settings, each thing once. Any thread may ask.
 */
public final class AskedImages implements KnownImages {

  private final Machine machine;
  private final Map<String, Optional<BuiltImage>> built = new ConcurrentHashMap<>();

  public AskedImages(Machine machine) {
    this.machine = machine;
  }

  @Override
  public Optional<CacheStatus> status(String hash) {
    return Optional.of(machine.imageCache().ask(hash).join());
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.envlens.database.DatabaseFault when the records can't be read
   */
  @Override
  public Optional<BuiltImage> built(String hash) {
    return built.computeIfAbsent(hash, machine.images()::known);
  }

  @Override
  public Optional<BaseImage> base(String reference) {
    return machine.imageCache().askBase(reference).join();
  }

  @Override
  public Optional<Duration> lastTook(String hash) {
    return machine.remembered(hash).lastTook();
  }
}
