package dev.envlens.registry;

import dev.envlens.json.Json;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that keeps credentials for Docker, {@code docker-credential-NAME}, by the protocol of
 * the project docker-credential-helpers.
 *
 * @param name without {@code docker-credential-}
 * @param variables of the environment that it runs in; {@code PATH} says where it is
 */
record CredentialHelper(String name, Map<String, String> variables) {

  /** As long as the secret's owner may need to unlock it. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String IDENTITY = "<token>";

  /** What it keeps for {@code server}, if anything. */
  Credential get(String server) {
    var command = new ArrayList<String>();
    command.add(program(server).toString());
    command.add("get");
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(variables);
    try {
      // A file, so that no thread has to read what a helper writes that doesn't end.
      Path answer = Files.createTempFile("envlens", ".credential");
      try {
        return read(server, builder.redirectOutput(answer.toFile()), answer);
      } finally {
        Files.deleteIfExists(answer);
      }
    } catch (IOException e) {
      throw fault(server, "can't be run");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault(server, "was stopped");
    }
  }

  private Credential read(String server, ProcessBuilder builder, Path answer)
      throws IOException, InterruptedException {
    var process = builder.start();
    try (var in = process.getOutputStream()) {
      in.write(server.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended without having asked which server: what it says counts.
    }
    try {
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw fault(server, "did not answer within %d s".formatted(LIMIT.toSeconds()));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(answer);
    if (process.exitValue() != 0) {
      if (said.contains("credentials not found")) {
        return new Credential.None();
      }
      throw fault(server, "failed with status " + process.exitValue());
    }
    var tree = Json.parse(said).orElseThrow(() -> fault(server, "gave what is no JSON"));
    String user = Json.text(tree, "/Username").orElse("");
    return Json.text(tree, "/Secret")
        .<Credential>map(
            secret ->
                user.equals(IDENTITY)
                    ? new Credential.Identity(secret)
                    : new Credential.Password(user, secret))
        .orElseGet(Credential.None::new);
  }

  /** Looked for here: the process's own {@code PATH} may be another one. */
  private Path program(String server) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new RegistryFault(
          "Docker's configuration names a credential helper for %s that can't be a program. Mend"
                  .formatted(server)
              + " 'credsStore' or 'credHelpers' in it.");
    }
    String file = "docker-credential-" + name;
    List<String> folders =
        List.of(Optional.ofNullable(variables.get("PATH")).orElse("").split(File.pathSeparator));
    return folders.stream()
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of(Path.of(folder, file), Path.of(folder, file + ".exe")))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> fault(server, "isn't on PATH"));
  }

  private RegistryFault fault(String server, String what) {
    return new RegistryFault(
        "Docker's credential helper docker-credential-%s %s when asked for %s. Run 'docker login %s' to see what is wrong."
            .formatted(name, what, server, server));
  }
}
