package dev.envlens.registry;

import dev.envlens.json.Json;
import dev.envlens.setup.MachineSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The credentials that the user's Docker has, from its {@code config.json}: written there by {@code
 * docker login}, or kept by a credential helper that is named there.
 */
public final class DockerCredentials {

  private final MachineSettings settings;

  public DockerCredentials(MachineSettings settings) {
    this.settings = settings;
  }

  /**
   * Those for a registry; read anew each time, which may run a program.
   *
   * @throws RegistryFault when the configuration can't be read, or its helper fails
   */
  Credential of(RegistryAddress address) {
    String server = server(address);
    var configuration = configuration();
    var helper =
        text(configuration.path("credHelpers").path(server))
            .or(() -> text(configuration.path("credsStore")));
    if (helper.isPresent()) {
      var kept = new CredentialHelper(helper.get(), settings.variables()).get(server);
      if (!(kept instanceof Credential.None)) {
        return kept;
      }
    }
    for (var entry : configuration.path("auths").properties()) {
      if (bare(entry.getKey()).equals(bare(server))) {
        return written(entry.getValue());
      }
    }
    return new Credential.None();
  }

  /** As Docker calls it there. */
  private static String server(RegistryAddress address) {
    return address.host().equals("docker.io") ? "https://index.docker.io/v1/" : address.host();
  }

  /** The host of a key: keys may have a scheme and a path. */
  private static String bare(String key) {
    return key.replaceFirst("^https?://", "").replaceFirst("/.*", "");
  }

  private static Credential written(JsonNode entry) {
    var identity = text(entry.path("identitytoken"));
    if (identity.isPresent()) {
      return new Credential.Identity(identity.get());
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(text(entry.path("auth")).orElse("")),
              StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Credential.None()
          : new Credential.Password(
              pair.substring(0, colon), pair.substring(colon + 1).replaceAll("\0+$", ""));
    } catch (IllegalArgumentException e) {
      return new Credential.None();
    }
  }

  private JsonNode configuration() {
    Path file = folder().resolve("config.json");
    try {
      return Json.parse(Files.readString(file))
          .orElseThrow(
              () ->
                  new RegistryFault(
                      "Docker's configuration %s is no JSON. Mend it.".formatted(file)));
    } catch (NoSuchFileException e) {
      return MissingNode.getInstance();
    } catch (IOException e) {
      throw new RegistryFault(
          "Docker's configuration %s can't be read. See to it that you may read it."
              .formatted(file));
    }
  }

  private Path folder() {
    return settings
        .variable("DOCKER_CONFIG")
        .map(Path::of)
        .orElseGet(
            () ->
                Path.of(
                    settings.variable("HOME").orElseGet(() -> System.getProperty("user.home")),
                    ".docker"));
  }

  private static Optional<String> text(JsonNode node) {
    return Json.text(node, "");
  }
}
