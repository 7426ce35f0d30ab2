package dev.envlens.docker;

import dev.envlens.setup.MachineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a Docker engine is, found as Docker's own command line finds it: what was asked for, then
 * {@code DOCKER_HOST}, then {@code DOCKER_CONTEXT}, then the current context of Docker's
 * configuration, then the usual sockets. Source: the reference of the docker command.
 *
 * @param host {@code unix://…}, {@code npipe://…} or {@code tcp://…}
 * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, for TLS
 * @param configuration Docker's configuration folder, there or not
 */
public record DockerEndpoint(String host, Optional<Path> certificates, Path configuration) {

  private static final String PIPE = "npipe:////./pipe/docker_engine";

  /**
   * The endpoint for these settings, on this machine.
   *
   * @throws EngineFault as the other
   */
  public static DockerEndpoint of(MachineSettings settings) {
    Path home =
        settings
            .variable("HOME")
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home")));
    return of(settings, home, System.getProperty("os.name"));
  }

  /**
   * The endpoint for these settings.
   *
   * @param home the user's home folder
   * @param system as the property {@code os.name} says it
   * @throws EngineFault when a context is named that there isn't, or Docker's configuration can't
   *     be read
   */
  public static DockerEndpoint of(MachineSettings settings, Path home, String system) {
    Path configuration =
        settings.variable("DOCKER_CONFIG").map(Path::of).orElse(home.resolve(".docker"));
    var named = settings.dockerHost().or(() -> settings.variable("DOCKER_HOST"));
    if (named.isPresent()) {
      return new DockerEndpoint(
          address(named.get()), variableCertificates(settings, configuration), configuration);
    }
    String context =
        settings
            .variable("DOCKER_CONTEXT")
            .orElseGet(() -> text(json(configuration.resolve("config.json")), "currentContext"));
    return context.isEmpty() || context.equals("default")
        ? new DockerEndpoint(
            usual(settings, home, system),
            variableCertificates(settings, configuration),
            configuration)
        : ofContext(context, configuration);
  }

  private static Optional<Path> variableCertificates(MachineSettings settings, Path configuration) {
    return settings
        .variable("DOCKER_TLS_VERIFY")
        .map(on -> settings.variable("DOCKER_CERT_PATH").map(Path::of).orElse(configuration));
  }

  /** Contexts are kept under the SHA-256 of their names. */
  private static DockerEndpoint ofContext(String name, Path configuration) {
    String id = sha256(name);
    Path meta = configuration.resolve("contexts/meta").resolve(id).resolve("meta.json");
    if (!Files.exists(meta)) {
      throw new EngineFault(
          "There is no Docker context '%s' in %s. Choose another with 'docker context use', or set DOCKER_HOST."
              .formatted(name, configuration));
    }
    String host = text(json(meta).path("Endpoints").path("docker"), "Host");
    if (host.isEmpty()) {
      throw new EngineFault(
          "The Docker context '%s' names no host. Make it anew with 'docker context create'."
              .formatted(name));
    }
    Path tls = configuration.resolve("contexts/tls").resolve(id).resolve("docker");
    return new DockerEndpoint(
        address(host),
        Optional.of(tls).filter(folder -> Files.exists(folder.resolve("ca.pem"))),
        configuration);
  }

  private static String usual(MachineSettings settings, Path home, String system) {
    if (system.toLowerCase(Locale.ROOT).startsWith("windows")) {
      return PIPE;
    }
    Path standard = Path.of("/var/run/docker.sock");
    return Stream.concat(
            Stream.of(standard),
            Stream.concat(
                settings.variable("XDG_RUNTIME_DIR").stream()
                    .map(folder -> Path.of(folder, "docker.sock")),
                Stream.of(home.resolve(".docker/run/docker.sock"))))
        .filter(Files::exists)
        .findFirst()
        .map(socket -> "unix://" + socket)
        .orElse("unix://" + standard);
  }

  /** {@code host:port} alone means TCP, as it does to Docker. */
  private static String address(String host) {
    if (host.startsWith("ssh://")) {
      throw new EngineFault(
          "envlens doesn't reach Docker engines through SSH (%s). Forward the engine's socket with 'ssh -L', and set DOCKER_HOST to that."
              .formatted(host));
    }
    return host.contains("://") ? host : "tcp://" + host;
  }

  private static JsonNode json(Path file) {
    if (!Files.exists(file)) {
      return JsonMapper.shared().createObjectNode();
    }
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException | JacksonException e) {
      throw new EngineFault(
          "Docker's configuration %s can't be read as JSON. Mend it, or set DOCKER_HOST."
              .formatted(file),
          e);
    }
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asString("");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
