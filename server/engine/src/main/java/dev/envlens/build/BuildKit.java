package dev.envlens.build;

import dev.envlens.docker.DockerEndpoint;
import dev.envlens.progress.Progress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A {@code docker} command that builds with BuildKit, whose protocol is its own: either one with
 * the plugin {@code buildx}, or one of the versions that have BuildKit within. Source: Docker's
 * release notes of 18.09 (built in) and 23.0 (buildx).
 *
 * @param command what to start it with, up to {@code build}
 * @param endpoint the engine that it is to use
 * @param variables this process's environment variables
 */
record BuildKit(List<String> command, DockerEndpoint endpoint, Map<String, String> variables) {

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*", Pattern.DOTALL);
  private static final int WITHOUT_BUILDX = 23;

  private static final long SECONDS_TO_STOP = 10;
  private static final int LOOK_SECONDS = 20;

  /** The first on the path that builds with BuildKit; empty when none does. */
  static Optional<BuildKit> find(DockerEndpoint endpoint, Map<String, String> variables) {
    return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> Stream.of("docker", "docker.exe").map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .flatMap(program -> command(program.toString(), endpoint, variables).stream())
        .findFirst();
  }

  private static Optional<BuildKit> command(
      String program, DockerEndpoint endpoint, Map<String, String> variables) {
    var alone = new BuildKit(List.of(program), endpoint, variables);
    if (alone.answer("buildx", "version").isPresent()) {
      return Optional.of(
          new BuildKit(List.of(program, "buildx", "build", "--load"), endpoint, variables));
    }
    return alone
        .answer("--version")
        .map(text -> VERSION.matcher(text.replaceFirst("(?s)^[^0-9]*", "")))
        .filter(
            version -> version.matches() && hasBuildKitWithin(version.group(1), version.group(2)))
        .map(version -> new BuildKit(List.of(program, "build"), endpoint, variables));
  }

  private static boolean hasBuildKitWithin(String major, String minor) {
    int first = Integer.parseInt(major);
    return first < WITHOUT_BUILDX && (first > 18 || (first == 18 && Integer.parseInt(minor) >= 9));
  }

  /**
   * Builds; the image has no name.
   *
   * @param options more of them
   * @param output takes what it prints, in lines
   * @return whether there is an image, whose id is then in the file {@code id}
   * @throws CancellationException when cancelled
   */
  boolean run(
      List<String> options,
      ContextStream context,
      Path id,
      Consumer<String> output,
      Progress progress) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of("--progress", "plain", "--iidfile", id.toString()));
    line.addAll(options);
    line.add("-");
    try {
      var process = start(line);
      progress.whenCancelled(() -> end(process));
      try (var in = reader(process)) {
        var feeding = new Thread(() -> feed(context, process), "build context");
        feeding.setDaemon(true);
        feeding.start();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
          output.accept(text + "\n");
        }
        int status = process.waitFor();
        feeding.join();
        progress.check();
        return status == 0;
      } finally {
        end(process);
      }
    } catch (IOException e) {
      progress.check();
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void feed(ContextStream context, Process process) {
    try (var out = process.getOutputStream();
        context) {
      context.transferTo(out);
    } catch (IOException e) {
      // A context that broke says so itself; half of one must not be built.
      if (context.fault().isPresent()) {
        end(process);
      }
    }
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    // Docker's client may miss a signal that it gets while it sets out.
    CompletableFuture.delayedExecutor(SECONDS_TO_STOP, TimeUnit.SECONDS)
        .execute(
            () -> {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            });
  }

  private Optional<String> answer(String... arguments) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(arguments));
    try {
      var process = start(line);
      process.getOutputStream().close();
      if (!process.waitFor(LOOK_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return Optional.of(
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  private Process start(List<String> line) throws IOException {
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    var environment = builder.environment();
    environment.clear();
    environment.putAll(variables);
    environment.remove("DOCKER_CONTEXT");
    environment.put("DOCKER_HOST", endpoint.host());
    environment.put("DOCKER_BUILDKIT", "1");
    environment.put("DOCKER_CONFIG", endpoint.configuration().toString());
    environment.remove("DOCKER_TLS_VERIFY");
    endpoint
        .certificates()
        .ifPresent(
            folder -> {
              environment.put("DOCKER_TLS_VERIFY", "1");
              environment.put("DOCKER_CERT_PATH", folder.toString());
            });
    return builder.start();
  }
}
