package dev.envlens.definition;

import dev.envlens.dockerfile.Install;
import dev.envlens.link.FileState;
import java.net.URI;
import java.util.List;

/**
 * A file of the build context that names packages which the Dockerfile installs.
 *
 * @param state what stands there
 * @param sources the requirements file, where it is one that could be read, and those that it
 *     includes
 */
public record InstallLink(
    Install.PackageFile file, URI target, FileState state, List<RequirementsSource> sources) {

  public InstallLink {
    sources = List.copyOf(sources);
  }
}
