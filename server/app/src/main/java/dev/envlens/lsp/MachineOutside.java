package dev.envlens.lsp;

import dev.envlens.known.BaseImage;
import dev.envlens.known.BuiltImage;
import dev.envlens.known.CacheStatus;
import dev.envlens.known.RegisteredVersion;
import dev.envlens.machine.Machine;
import dev.envlens.workspace.EnvironmentSummary;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.Slice;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parts of this machine, as those who answer. */
final class MachineOutside implements Outside {

  /** How much of a long list is read; a workspace may have been in use for years. */
  private static final int MOST = 2_000;

  private final Machine machine;

  private MachineOutside(Machine machine) {
    this.machine = machine;
  }

  /** Nobody is there before the person trusts what is open. */
  static Optional<Outside> of(Machine machine) {
    return machine.settings().trusted()
        ? Optional.of(new MachineOutside(machine))
        : Optional.empty();
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
    return CacheStatus.of(List.of(), machine.clock().instant());
  }

  @Override
  public Optional<BuiltImage> built(String hash) {
    return Optional.empty();
  }

  @Override
  public Optional<BaseImage> base(String reference) {
    return Optional.empty();
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
