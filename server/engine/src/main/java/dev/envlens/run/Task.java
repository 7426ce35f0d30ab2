package dev.envlens.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to run.
 *
 * @param command the program and its arguments; no shell takes them apart
 * @param folder the working folder, absolute
 * @param variables environment variables of the command
 * @param network as the engine's {@code --network} takes it; empty for the engine's own choice
 */
public record Task(
    List<String> command, Path folder, Map<String, String> variables, Optional<String> network) {
  public Task {
    command = List.copyOf(command);
    variables = Map.copyOf(variables);
  }
}
