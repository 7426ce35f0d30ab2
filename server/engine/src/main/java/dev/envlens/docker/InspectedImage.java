package dev.envlens.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** An image as docker-java tells of it. */
record InspectedImage(Supplier<DockerConnection> connection, Duration limit) {

  Optional<LocalImage> find(String reference) {
    try {
      return CompletableFuture.supplyAsync(() -> inspect(reference))
          .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof EngineFault fault) {
        throw fault;
      }
      throw new EngineFault(
          e.getCause() instanceof TimeoutException
              ? EngineSocket.slow(connection.get().address(), limit)
              : EngineSocket.unreachable(connection.get().address()),
          e.getCause());
    }
  }

  private Optional<LocalImage> inspect(String reference) {
    try {
      return Optional.of(
          image(reference, connection.get().client().inspectImageCmd(reference).exec()));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  private static LocalImage image(String reference, InspectImageResponse image) {
    return new LocalImage(
        reference,
        image.getId(),
        Optional.ofNullable(image.getRepoTags()).orElse(List.of()),
        Optional.ofNullable(image.getRepoDigests()).orElse(List.of()),
        Optional.ofNullable(image.getCreated()).flatMap(LocalImages::instant),
        Optional.ofNullable(image.getSize()).orElse(0L),
        Optional.ofNullable(image.getConfig()).map(ContainerConfig::getLabels).orElse(Map.of()));
  }
}
