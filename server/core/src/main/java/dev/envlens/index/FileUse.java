package dev.envlens.index;

import java.net.URI;

/**
 * A path in a definition, a conda file, a Dockerfile or a requirements file, and the file that it
 * leads to, whether that is there or not.
 */
public record FileUse(Kind kind, URI target, Site site) {

  /** What the file is for. */
  public enum Kind {
    CONDA_FILE,
    /**
     * Named by {@code -r} or {@code -c}: in a {@code pip:} list, a Dockerfile, another such file.
     */
    REQUIREMENTS,
    DOCKERFILE
  }
}
