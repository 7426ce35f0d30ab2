package dev.envlens.docker;

import com.github.dockerjava.api.model.Container;
import dev.envlens.json.Json;
import dev.envlens.setup.MachineSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An engine as it presents itself.
 *
 * @param address as {@code DOCKER_HOST} would say it
 * @param version the engine's own
 * @param api the newest version of its API that it speaks
 * @param containers those that envlens made and that are still there
 */
public record EngineLook(
    String address, String version, String api, List<OwnContainer> containers) {

  /** What containers are labelled with that read an image, and that run a command. */
  private static final List<String> LABELS = List.of("dev.envlens.purpose", "dev.envlens.run");

  private static final int ID_DIGITS = 12;

  /**
   * A container that envlens made.
   *
   * @param id its first twelve digits, as Docker shows them
   * @param state as Docker says it: {@code running}, {@code exited}, {@code created} and so on
   */
  public record OwnContainer(String id, String state) {

    public boolean isRunning() {
      return state.equals("running");
    }
  }

  public EngineLook {
    containers = List.copyOf(containers);
  }

  /**
   * Asks the engine that {@code settings} lead to, at most {@code limit} for each of two questions.
   *
   * @param connection the same engine through docker-java, for those that need it
   * @throws EngineFault when it doesn't answer
   */
  public static EngineLook at(
      MachineSettings settings, Supplier<DockerConnection> connection, Duration limit) {
    var socket = EngineSocket.of(settings);
    return socket.isPresent() ? direct(socket.get(), limit) : through(connection, limit);
  }

  private static EngineLook direct(EngineSocket engine, Duration limit) {
    var version = json(engine, "/version", limit);
    List<OwnContainer> own = new ArrayList<>();
    for (JsonNode container : json(engine, "/containers/json?all=1", limit)) {
      if (LABELS.stream().anyMatch(container.path("Labels")::has)) {
        own.add(
            container(
                container.path("Id").asString(""), container.path("State").asString("unknown")));
      }
    }
    return new EngineLook(
        engine.address(),
        Json.text(version, "/Version").orElse("unknown"),
        Json.text(version, "/ApiVersion").orElse("unknown"),
        own);
  }

  private static JsonNode json(EngineSocket engine, String path, Duration limit) {
    var answer = engine.get(path, limit);
    return Optional.of(answer)
        .filter(it -> it.status() == 200)
        .flatMap(it -> Json.parse(it.body()))
        .orElseThrow(
            () ->
                new EngineFault(
                    "What answers at %s is no Docker engine, or one in trouble (%d). Look at its log, or name another by DOCKER_HOST."
                        .formatted(engine.address(), answer.status())));
  }

  private static EngineLook through(Supplier<DockerConnection> connection, Duration limit) {
    try {
      return CompletableFuture.supplyAsync(() -> ask(connection.get()))
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EngineFault fault) {
        throw fault;
      }
      String address = connection.get().address();
      throw new EngineFault(
          e.getCause() instanceof TimeoutException
              ? EngineSocket.slow(address, limit)
              : EngineSocket.unreachable(address),
          e.getCause());
    }
  }

  private static EngineLook ask(DockerConnection connection) {
    return connection.ask(
        () -> {
          var version = connection.questions().versionCmd().exec();
          var containers =
              connection.questions().listContainersCmd().withShowAll(true).exec().stream();
          return new EngineLook(
              connection.address(), version.getVersion(), version.getApiVersion(), own(containers));
        });
  }

  private static List<OwnContainer> own(Stream<Container> containers) {
    return containers
        .filter(
            it ->
                LABELS.stream()
                    .anyMatch(Optional.ofNullable(it.getLabels()).orElse(Map.of())::containsKey))
        .map(it -> container(it.getId(), it.getState()))
        .toList();
  }

  private static OwnContainer container(String id, String state) {
    return new OwnContainer(id.substring(0, Math.min(ID_DIGITS, id.length())), state);
  }
}
