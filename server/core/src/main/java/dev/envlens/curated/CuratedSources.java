package dev.envlens.curated;

import java.util.List;
import java.util.Optional;

/**
 * What the build context of a curated environment holds. Texts have <code>{{any}}</code> where the
 * sources have a placeholder.
 *
 * @param hash of the definition that {@link CuratedFiles#ofSources} writes of them, placeholders
 *     and all: 64 hex digits
 * @param base the image that the last stage builds on; empty where the Dockerfile names none
 * @param dockerfile the Dockerfile's path in the context
 * @param steps the lines of the Dockerfile
 * @param packages the files of packages to install
 * @param files the other files
 */
public record CuratedSources(
    String hash,
    Optional<String> base,
    String dockerfile,
    StepLines steps,
    List<PackageFile> packages,
    List<OtherFile> files) {

  public CuratedSources {
    packages = List.copyOf(packages);
    files = List.copyOf(files);
  }

  /**
   * A conda file or, with nothing but {@code pip}, a requirements file.
   *
   * @param path in the context
   * @param channels of a conda file
   * @param conda the match specifications
   * @param pip the requirements
   */
  public record PackageFile(
      String path, List<String> channels, List<String> conda, List<String> pip) {
    public PackageFile {
      channels = List.copyOf(channels);
      conda = List.copyOf(conda);
      pip = List.copyOf(pip);
    }

    /** Whether it is a conda file. */
    public boolean isConda() {
      return !path.endsWith(".txt");
    }
  }

  /**
   * Another file of the context.
   *
   * @param digest SHA-256 of its bytes in 64 hex digits; empty where it holds placeholders
   */
  public record OtherFile(String path, Optional<String> digest) {}
}
