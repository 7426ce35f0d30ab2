package dev.envlens.workspace;

import dev.envlens.workspace.WorkspaceFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All pages of what a workspace lists, for whoever shows them at once. */
public final class Listing {

  private final Workspace workspace;

  public Listing(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * A name, with or without a version, as people write it: {@code NAME}, {@code NAME:VERSION},
   * {@code azureml:NAME:VERSION}, {@code NAME@latest}.
   */
  public record Named(String name, Optional<String> version) {

    private static final String SCHEME = "azureml:";
    private static final String LATEST = "@latest";

    public static Named of(String text) {
      String unprefixed = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
      String plain =
          unprefixed.endsWith(LATEST)
              ? unprefixed.substring(0, unprefixed.length() - LATEST.length())
              : unprefixed;
      int colon = plain.indexOf(':');
      return colon < 0
          ? new Named(plain, Optional.empty())
          : new Named(plain.substring(0, colon), Optional.of(plain.substring(colon + 1)));
    }

    public String label() {
      return name + version.map(it -> ":" + it).orElse("");
    }
  }

  /** The environments by name. */
  public List<EnvironmentSummary> environments(boolean archived) {
    return all(next -> workspace.list(archived, next));
  }

  /**
   * The version that is named, or all versions of the name, the newest first.
   *
   * @throws WorkspaceFault {@code NOT_FOUND} when there is none
   */
  public List<EnvironmentVersion> versions(Named named) {
    var found =
        named.version().isPresent()
            ? workspace
                .find(new EnvironmentVersion.Id(named.name(), named.version().get()))
                .map(List::of)
                .orElse(List.of())
            : all(next -> workspace.versions(named.name(), next));
    if (found.isEmpty()) {
      throw notFound(named, workspace);
    }
    return found;
  }

  /**
   * The version that is named; without one, the newest.
   *
   * @throws WorkspaceFault {@code NOT_FOUND} when there is none
   */
  public EnvironmentVersion version(Named named) {
    return named.version().isPresent()
        ? versions(named).get(0)
        : workspace.newest(named.name()).orElseThrow(() -> notFound(named, workspace));
  }

  static WorkspaceFault notFound(Named named, Workspace workspace) {
    return new WorkspaceFault(
        Kind.NOT_FOUND,
        "There is no environment '%s' in %s. 'envlens list' shows those that there are."
            .formatted(named.label(), workspace.label()));
  }

  static <T> List<T> all(Function<Optional<String>, Slice<T>> pages) {
    List<T> all = new ArrayList<>();
    var page = pages.apply(Optional.empty());
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = pages.apply(page.next());
      all.addAll(page.items());
    }
    return all;
  }
}
