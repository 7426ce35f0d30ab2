package dev.envlens.definition;

import dev.envlens.link.FileState;
import dev.envlens.yaml.Entry;
import dev.envlens.yaml.Scalar;
import java.net.URI;
import java.util.Optional;

/**
 * A Docker build context.
 *
 * @param entry the {@code build} (v1: {@code buildContext}) entry
 * @param path as written; empty when it is missing
 * @param dockerfilePath as written, relative to the context; empty when it is left at its default
 * @param folder what stands where the location points; a folder, where all is well
 * @param dockerfile where its Dockerfile is; empty when that can't be said
 */
public record BuildContext(
    Entry entry,
    Optional<Scalar> path,
    Optional<Scalar> dockerfilePath,
    ContextLocation location,
    FileState folder,
    Optional<DockerfileLink> dockerfile) {

  /** Where Docker looks for the Dockerfile when nothing else is said, relative to the context. */
  public static final String DEFAULT_DOCKERFILE = "Dockerfile";

  /**
   * A Dockerfile's place and what stands there.
   *
   * @param besideDefinition where nothing stands there: the file that the same path leads to from
   *     the definition's folder instead of the context's
   */
  public record DockerfileLink(
      URI target,
      FileState state,
      Optional<DockerfileSource> source,
      Optional<URI> besideDefinition) {}

  public String dockerfileName() {
    return dockerfilePath.map(Scalar::text).orElse(DEFAULT_DOCKERFILE);
  }
}
