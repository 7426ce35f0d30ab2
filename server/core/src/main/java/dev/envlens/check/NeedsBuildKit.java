package dev.envlens.check;

import java.util.stream.Stream;

/**
 * {@code needs-buildkit}: the Dockerfile uses what Docker's classic builder doesn't know. Source:
 * BuildKit's Dockerfile reference.
 */
final class NeedsBuildKit implements DockerfileRule {

  @Override
  public String code() {
    return "needs-buildkit";
  }

  @Override
  public Severity severity() {
    return Severity.INFORMATION;
  }

  @Override
  public String summary() {
    return "Something in the Dockerfile that only BuildKit can build.";
  }

  @Override
  public Stream<Finding> check(WrittenDockerfile written) {
    return written.dockerfile().needsBuildKit().stream()
        .map(
            feature ->
                finding(
                    written.place(feature.range()),
                    "Only BuildKit knows '%s': Docker's classic builder can't build this file. Build it with BuildKit, or do without."
                        .formatted(feature.name())));
  }
}
