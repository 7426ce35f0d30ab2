package dev.envlens.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.envlens.setup.MachineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The way to one Docker engine. Opening it asks nothing of the engine. */
public final class DockerConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final DockerClientConfig config;
  private final DockerClient client;

  private DockerConnection(DockerClientConfig config) {
    this.config = config;
    this.client =
        DockerClientImpl.getInstance(
            config,
            new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(CONNECT)
                .build());
  }

  /** The engine that {@code settings} name, else that of Docker's own configuration. */
  public static DockerConnection to(MachineSettings settings) {
    var builder = DefaultDockerClientConfig.createDefaultConfigBuilder();
    settings
        .dockerHost()
        .or(() -> settings.variable("DOCKER_HOST"))
        .ifPresent(builder::withDockerHost);
    return new DockerConnection(builder.build());
  }

  /** Asks the engine; answers take as long as they take, unless the request says otherwise. */
  public DockerClient client() {
    return client;
  }

  /** Where the engine is, as {@code DOCKER_HOST} would say it. */
  public String address() {
    return config.getDockerHost().toString();
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
