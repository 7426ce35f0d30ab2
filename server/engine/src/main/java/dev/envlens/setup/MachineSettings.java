package dev.envlens.setup;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What names a program, a host or a workspace. Never read from what a folder holds: it comes from
 * the person who types a command, or from settings of machine scope.
 *
 * @param trusted whether programs may be run and hosts asked at all
 * @param workspace the embedded workspace's database file; empty for the one of the user
 * @param registry the workspace's registry, {@code host[:port]}, with a path before the repository
 *     if there is one; empty when there is none
 * @param curatedRegistry the registry of curated images, off when empty
 * @param dockerHost as {@code DOCKER_HOST}: {@code unix://…}, {@code tcp://…}, {@code npipe://…};
 *     empty for what Docker's own configuration says
 * @param variables the process's environment variables
 */
public record MachineSettings(
    boolean trusted,
    Optional<Path> workspace,
    Optional<String> registry,
    Optional<String> curatedRegistry,
    Optional<String> dockerHost,
    Map<String, String> variables) {

  public MachineSettings {
    variables = Map.copyOf(variables);
  }

  /**
   * As the environment variables {@code ENVLENS_WORKSPACE}, {@code ENVLENS_REGISTRY} and {@code
   * ENVLENS_CURATED_REGISTRY} say, trusted or not.
   */
  public static MachineSettings of(Map<String, String> variables, boolean trusted) {
    return new MachineSettings(
        trusted,
        variable(variables, "ENVLENS_WORKSPACE").map(Path::of),
        variable(variables, "ENVLENS_REGISTRY"),
        variable(variables, "ENVLENS_CURATED_REGISTRY"),
        Optional.empty(),
        variables);
  }

  /** A variable that is set to something. */
  public Optional<String> variable(String name) {
    return variable(variables, name);
  }

  private static Optional<String> variable(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }
}
