package dev.envlens.known;

import dev.envlens.conda.PackageName;
import dev.envlens.known.InstalledPackage.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The packages of one Python environment by their names, however those are spelt. */
public final class InstalledVersions {

  private final Map<String, InstalledPackage> conda = new HashMap<>();
  private final Map<String, InstalledPackage> pip = new HashMap<>();

  /** Of two packages with one name the first counts; what dpkg installed doesn't. */
  public InstalledVersions(Collection<InstalledPackage> packages) {
    for (var found : packages) {
      if (found.origin() != Origin.DPKG) {
        (found.origin() == Origin.CONDA ? conda : pip)
            .putIfAbsent(new PackageName(found.name()).key(), found);
      }
    }
  }

  public boolean isEmpty() {
    return conda.isEmpty() && pip.isEmpty();
  }

  /** The version of a package that conda is asked for; pip may have replaced it. */
  public Optional<String> ofConda(PackageName name) {
    return Optional.ofNullable(conda.getOrDefault(name.key(), pip.get(name.key())))
        .map(InstalledPackage::version);
  }

  /** The version of a package that pip is asked for; conda may have brought it before. */
  public Optional<String> ofPip(PackageName name) {
    return Optional.ofNullable(pip.getOrDefault(name.key(), conda.get(name.key())))
        .map(InstalledPackage::version);
  }
}
