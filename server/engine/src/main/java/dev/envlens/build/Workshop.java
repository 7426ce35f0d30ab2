package dev.envlens.build;

import dev.envlens.docker.DockerConnection;
import dev.envlens.docker.DockerImages;
import dev.envlens.docker.LocalImages;
import dev.envlens.registry.RegistryLogins;
import dev.envlens.setup.MachineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * What builds are made with.
 *
 * @param logins for the registries that images are pulled from and pushed to
 * @param data the folder for what is kept of builds, which need not be there
 */
public record Workshop(
    DockerConnection docker,
    RegistryLogins logins,
    MachineSettings settings,
    Path data,
    Clock clock) {

  private static final Duration LOOK = Duration.ofSeconds(20);

  DockerImages images() {
    return new DockerImages(docker, new LocalImages(settings, () -> docker, LOOK), logins);
  }

  /** The network that a build's steps use; empty for what the engine takes by itself. */
  Optional<String> network() {
    return settings.variable("ENVLENS_BUILD_NETWORK");
  }

  Path logs() {
    return data.resolve("builds");
  }

  Path locks() {
    return logs().resolve("locks");
  }

  /** Of this envlens. */
  static String version() {
    return Optional.ofNullable(Workshop.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
