package dev.envlens.registry;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a registry is, and where in it.
 *
 * @param host {@code host[:port]}, in lower case
 * @param path what stands before the repositories; empty, or without a {@code /} at either end
 */
public record RegistryAddress(String host, String path) {

  /** {@code host[:port][/path]}, by the reference grammar of the OCI distribution project. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<host>[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+])(?<port>:\\d{1,5})?"
              + "(?:/(?<path>[a-z0-9]+(?:[._/-]+[a-z0-9]+)*))?/?");

  private static final String DOCKER_HUB = "docker.io";

  /**
   * Reads a setting.
   *
   * @throws RegistryFault when it can't be an address
   */
  public static RegistryAddress of(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new RegistryFault(
          "'%s' can't be a registry. Write host, port and path alone, as in myregistry.azurecr.io."
              .formatted(withoutCredentials(text)));
    }
    String port = form.group("port");
    String path = form.group("path");
    return new RegistryAddress(
        form.group("host").toLowerCase(Locale.ROOT) + (port == null ? "" : port),
        path == null ? "" : path);
  }

  /** The full path of a repository, {@code azureml/azureml_…}. */
  String path(String repository) {
    return path.isEmpty() ? repository : path + "/" + repository;
  }

  /** What to pull: host, path and tag. */
  public String reference(String repository, String tag) {
    return host + "/" + path(repository) + ":" + tag;
  }

  /** What is asked for over HTTP. */
  String url(String rest) {
    String server = host.equals(DOCKER_HUB) ? "registry-1.docker.io" : host;
    return (isLoopback() ? "http://" : "https://") + server + "/v2/" + rest;
  }

  /** Whether it is on this machine: there Docker does without TLS, and so does envlens. */
  boolean isLoopback() {
    String name = host.replaceFirst(":\\d+$", "");
    return name.equals("localhost")
        || name.equals("[::1]")
        || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  private static String withoutCredentials(String text) {
    return text.replaceFirst("(?<=//|^)[^/@]*@", "***@");
  }
}
