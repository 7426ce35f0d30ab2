package dev.envlens.index;

import dev.envlens.conda.PackageName;
import dev.envlens.feature.Installer;
import dev.envlens.feature.KnownPackages;
import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/** The packages that the other files list, with the versions that they ask for. */
public final class IndexedPackages implements KnownPackages {

  private static final String ABOUT = "listed in this workspace";

  private final WorkspaceIndex index;
  private final URI own;

  /**
   * @param own the file for which it is asked: what it alone lists doesn't count
   */
  public IndexedPackages(WorkspaceIndex index, URI own) {
    this.index = index;
    this.own = own;
  }

  @Override
  public List<KnownPackage> packages(Installer installer, Predicate<String> wanted, int most) {
    return index.packages(installer, wanted, own, most).stream()
        .map(name -> new KnownPackage(name, ABOUT))
        .toList();
  }

  @Override
  public List<String> versions(String name, Installer installer) {
    var known = new PackageName(name);
    return index.versions(installer, installer == Installer.PIP ? known.pip() : known.conda(), own);
  }
}
