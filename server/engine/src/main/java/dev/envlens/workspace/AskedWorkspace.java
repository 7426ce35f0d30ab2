package dev.envlens.workspace;

import dev.envlens.known.Registered;
import dev.envlens.known.RegisteredVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a workspace says of registered environments, for whoever may wait: each thing is asked for
 * once, when it is first needed. Any thread may ask.
 */
public final class AskedWorkspace implements Registered {

  private final Workspace workspace;
  private final List<String> names;
  private final Map<String, List<RegisteredVersion>> versions = new ConcurrentHashMap<>();
  private final Map<String, List<RegisteredVersion>> sharing = new ConcurrentHashMap<>();

  /**
   * @throws WorkspaceFault when the workspace can't be asked; later answers fail so, too
   */
  public AskedWorkspace(Workspace workspace) {
    this.workspace = workspace;
    this.names =
        Listing.all(next -> workspace.list(true, next)).stream()
            .map(EnvironmentSummary::name)
            .toList();
  }

  @Override
  public Optional<List<RegisteredVersion>> versions(String name) {
    return Optional.of(
        versions.computeIfAbsent(
            name,
            key ->
                Listing.all(next -> workspace.versions(key, next)).stream()
                    .map(AskedWorkspace::known)
                    .toList()));
  }

  @Override
  public Optional<List<String>> names() {
    return Optional.of(names);
  }

  @Override
  public List<RegisteredVersion> sharing(String hash) {
    return sharing.computeIfAbsent(
        hash, key -> workspace.sharing(key).stream().map(AskedWorkspace::known).toList());
  }

  /** What rules are told of a version. */
  public static RegisteredVersion known(EnvironmentVersion version) {
    return new RegisteredVersion(
        version.id().name(),
        version.id().version(),
        version.content().hash(),
        version.content().canonicalJson(),
        version.history().created(),
        version.history().archived());
  }
}
