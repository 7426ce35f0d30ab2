package dev.envlens.run;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ContainerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who a command is in a container: the person who runs it, so that the files that it makes in the
 * working folder are theirs. Where the image names a user, that one, since the image was made for
 * it; with a rootless engine the container's root, who is the person outside.
 *
 * @param id {@code UID:GID}; empty for the image's own choice
 * @param needsHome whether that user has no home in the image
 */
record ContainerUser(Optional<String> id, boolean needsHome) {

  private static final ContainerUser OF_THE_IMAGE = new ContainerUser(Optional.empty(), false);

  static ContainerUser of(DockerClient engine, Optional<ContainerConfig> image) {
    boolean named =
        image
            .map(ContainerConfig::getUser)
            .filter(user -> !user.isBlank() && !user.equals("root") && !user.equals("0"))
            .isPresent();
    if (named || isRootless(engine)) {
      return OF_THE_IMAGE;
    }
    List<String> variables = image.map(ContainerConfig::getEnv).map(List::of).orElse(List.of());
    boolean hasHome = variables.stream().anyMatch(variable -> variable.startsWith("HOME="));
    return own()
        .map(id -> new ContainerUser(Optional.of(id), !id.startsWith("0:") && !hasHome))
        .orElse(OF_THE_IMAGE);
  }

  private static boolean isRootless(DockerClient engine) {
    List<String> options = engine.infoCmd().exec().getSecurityOptions();
    return options != null && options.contains("name=rootless");
  }

  /** Linux says who a process is; on other systems the engine's machine maps owners by itself. */
  private static Optional<String> own() {
    try {
      Map<String, Object> process = Files.readAttributes(Path.of("/proc/self"), "unix:uid,gid");
      return Optional.of(process.get("uid") + ":" + process.get("gid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
      return Optional.empty();
    }
  }
}
