package dev.envlens.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import dev.envlens.setup.MachineSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * The way to one Docker engine. Opening it asks nothing of the engine; the first question settles
 * which version of the API both sides speak. Any thread may ask.
 */
public final class DockerConnection implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** How long an engine may think about a question that needs no work. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What is asked here works from this version on, that of Docker 1.13. */
  private static final RemoteApiVersion OLDEST = RemoteApiVersion.VERSION_1_25;

  /** The newest version that is spoken here; engines speak older ones beside their own. */
  private static final RemoteApiVersion NEWEST = RemoteApiVersion.create(1, 44);

  private final DockerEndpoint endpoint;
  private final DefaultDockerClientConfig unversioned;
  private volatile Clients clients;

  /** One for questions, which are answered soon or never; one for work. */
  private record Clients(DockerClient quick, DockerClient patient) {}

  private DockerConnection(DockerEndpoint endpoint) {
    this.endpoint = endpoint;
    this.unversioned = config(endpoint, RemoteApiVersion.UNKNOWN_VERSION);
  }

  /**
   * The engine that {@code settings} name, else that of Docker's own configuration.
   *
   * @throws EngineFault when Docker's configuration can't be read
   */
  public static DockerConnection to(MachineSettings settings) {
    var endpoint = DockerEndpoint.of(settings);
    try {
      return new DockerConnection(endpoint);
    } catch (DockerClientException | IllegalArgumentException e) {
      throw EngineFaults.of(endpoint.host(), e);
    }
  }

  /**
   * Asks the engine for work; answers take as long as they take.
   *
   * @throws EngineFault when the engine doesn't answer or is too old or too new
   */
  public DockerClient client() {
    return clients().patient();
  }

  /**
   * Asks the engine what it answers at once, if at all: it has 20 seconds.
   *
   * @throws EngineFault as {@link #client}
   */
  public DockerClient questions() {
    return clients().quick();
  }

  /**
   * What {@code asking} answers, or the sentence that says why the engine couldn't.
   *
   * @throws EngineFault when it couldn't
   */
  public <T> T ask(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (EngineFault said) {
      throw said;
    } catch (RuntimeException e) {
      throw EngineFaults.of(address(), e);
    }
  }

  /** Where the engine is, as {@code DOCKER_HOST} would say it. */
  public String address() {
    return endpoint.host();
  }

  public DockerEndpoint endpoint() {
    return endpoint;
  }

  private Clients clients() {
    var known = clients;
    return known != null ? known : connect();
  }

  private synchronized Clients connect() {
    if (clients == null) {
      var agreed = config(endpoint, agreedVersion());
      clients = new Clients(open(agreed, PATIENCE), open(agreed, Duration.ZERO));
    }
    return clients;
  }

  private RemoteApiVersion agreedVersion() {
    try (var client = open(unversioned, PATIENCE)) {
      var version = client.versionCmd().exec();
      var newest = RemoteApiVersion.parseConfig(version.getApiVersion());
      if (!newest.isGreaterOrEqual(OLDEST)) {
        throw new EngineFault(
            "The Docker engine at %s speaks version %s of its API, and envlens needs %s or newer. Update Docker there."
                .formatted(address(), newest.getVersion(), OLDEST.getVersion()));
      }
      if (version.getMinAPIVersion() != null) {
        var oldest = RemoteApiVersion.parseConfig(version.getMinAPIVersion());
        if (!NEWEST.isGreaterOrEqual(oldest)) {
          throw new EngineFault(
              "The Docker engine at %s no longer speaks version %s of its API, and envlens knows none newer. Update envlens."
                  .formatted(address(), NEWEST.getVersion()));
        }
      }
      return newest.isGreaterOrEqual(NEWEST) ? NEWEST : newest;
    } catch (EngineFault said) {
      throw said;
    } catch (RuntimeException | IOException e) {
      throw EngineFaults.of(address(), e);
    }
  }

  private DockerClient open(DockerClientConfig config, Duration patience) {
    var transport =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(config.getDockerHost())
            .sslConfig(config.getSSLConfig())
            .connectionTimeout(CONNECT);
    if (!patience.isZero()) {
      transport.responseTimeout(patience);
    }
    return DockerClientImpl.getInstance(config, transport.build());
  }

  /** With nothing of this process's environment, which is not always the user's. */
  private static DefaultDockerClientConfig config(
      DockerEndpoint endpoint, RemoteApiVersion version) {
    var properties = new Properties();
    properties.setProperty(
        DefaultDockerClientConfig.DOCKER_CONFIG, endpoint.configuration().toString());
    var builder =
        new DefaultDockerClientConfig.Builder()
            .withProperties(properties)
            .withDockerHost(endpoint.host())
            .withDockerConfig(endpoint.configuration().toString())
            .withApiVersion(version)
            .withDockerTlsVerify(endpoint.certificates().isPresent());
    endpoint.certificates().map(Path::toString).ifPresent(builder::withDockerCertPath);
    return builder.build();
  }

  @Override
  public void close() {
    var open = clients;
    if (open != null) {
      try {
        open.quick().close();
        open.patient().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
