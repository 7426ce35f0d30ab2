package dev.envlens.contents;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ImageHistory;
import dev.envlens.check.Secrets;
import dev.envlens.docker.DockerConnection;
import dev.envlens.docker.EngineFault;
import dev.envlens.progress.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Looks at images of a Docker engine. Nothing in them is run: their files are streamed out of a
 * container that is made, never started, and removed again.
 */
public final class LocalImageReader {

  /** The container's command, which isn't run; some images have none, and the engine wants one. */
  private static final String NEVER_RUN = "/envlens-never-runs-this";

  private final DockerConnection docker;
  private final Duration patience;

  /**
   * @param patience how long an image may be read
   */
  public LocalImageReader(DockerConnection docker, Duration patience) {
    this.docker = docker;
    this.patience = patience;
  }

  /**
   * What the engine knows of {@code reference}, a name or an id; empty when it has no such image.
   *
   * @throws EngineFault when it doesn't answer
   */
  public Optional<ImageDetails> details(String reference) {
    return asking(
        () -> {
          try {
            var found = client().inspectImageCmd(reference).exec();
            return Optional.of(details(reference, found, client()));
          } catch (NotFoundException none) {
            return Optional.empty();
          }
        });
  }

  private DockerClient client() {
    return docker.client();
  }

  private static ImageDetails details(
      String reference, InspectImageResponse found, DockerClient client) {
    List<String> steps = new ArrayList<>();
    for (ImageHistory step : client.imageHistoryCmd(found.getId()).exec()) {
      steps.add(Optional.ofNullable(step.getCreatedBy()).orElse(""));
    }
    Collections.reverse(steps);
    var layers = found.getRootFS() == null ? null : found.getRootFS().getLayers();
    var labels = found.getConfig() == null ? null : found.getConfig().getLabels();
    return new ImageDetails(
        reference,
        found.getId(),
        Optional.ofNullable(found.getRepoTags()).orElse(List.of()),
        Optional.ofNullable(found.getRepoDigests()).orElse(List.of()),
        instant(found.getCreated()),
        Optional.ofNullable(found.getSize()).orElse(0L),
        layers == null ? 0 : layers.size(),
        new ImageDetails.Platform(text(found.getOs()), text(found.getArch())),
        labels == null ? Map.of() : labels,
        steps);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  /**
   * The packages of {@code reference}; empty when the engine has no such image. Reads all of the
   * image's files, so it may take long.
   *
   * @throws EngineFault when it can't be done, or takes too long
   * @throws java.util.concurrent.CancellationException when whoever watches has had enough
   */
  public Optional<ImageContents> contents(String reference, Progress progress) {
    return asking(
        () -> {
          try {
            var image = client().inspectImageCmd(reference).exec();
            return Optional.of(read(reference, image, progress));
          } catch (NotFoundException none) {
            return Optional.empty();
          }
        });
  }

  private ImageContents read(String reference, InspectImageResponse image, Progress progress) {
    progress.check();
    String container =
        client()
            .createContainerCmd(image.getId())
            .withEntrypoint(NEVER_RUN)
            .withCmd(List.of())
            .withLabels(Map.of("dev.envlens.purpose", "look inside"))
            .exec()
            .getId();
    try {
      var files = new PackageFiles();
      stream(reference, container, files, progress);
      return files.contents(variables(image));
    } finally {
      remove(container);
    }
  }

  private void stream(String reference, String container, PackageFiles files, Progress progress) {
    var late = new AtomicBoolean();
    try (InputStream archive = client().exportContainerCmd(container).exec()) {
      progress.whenCancelled(() -> close(archive));
      var limit =
          CompletableFuture.runAsync(
              () -> {
                late.set(true);
                close(archive);
              },
              CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
      try {
        read(archive, files, progress);
      } finally {
        limit.cancel(false);
      }
    } catch (IOException | UncheckedIOException e) {
      progress.check();
      throw new EngineFault(
          late.get()
              ? "Reading the image '%s' took longer than %d seconds and was given up. Try again when the engine is less busy."
                  .formatted(Secrets.mask(reference), patience.toSeconds())
              : "Can't read the image '%s': what the Docker engine sent broke off. Try again."
                  .formatted(Secrets.mask(reference)),
          e);
    }
  }

  private static void read(InputStream archive, PackageFiles files, Progress progress)
      throws IOException {
    var tar = new TarArchiveInputStream(new BufferedInputStream(archive, 1 << 16));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      progress.check();
      if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
        var path = path(entry.getName());
        if (path.isPresent()) {
          files.add(path.get(), tar);
        }
      }
    }
  }

  /** An absolute path; none of one that climbs, which no image's files have. */
  private static Optional<String> path(String name) {
    var path = new StringBuilder();
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        return Optional.empty();
      }
      if (!part.isEmpty() && !part.equals(".")) {
        path.append('/').append(part);
      }
    }
    return Optional.of(path.toString());
  }

  private static Map<String, String> variables(InspectImageResponse image) {
    Map<String, String> variables = new HashMap<>();
    var config = image.getConfig();
    if (config != null && config.getEnv() != null) {
      for (String variable : config.getEnv()) {
        int equals = variable.indexOf('=');
        if (equals > 0) {
          variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
      }
    }
    return variables;
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove(String container) {
    try {
      client().removeContainerCmd(container).withForce(true).exec();
    } catch (NotFoundException gone) {
      // Somebody else tidied up, which is as well.
    }
  }

  private <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (EngineFault | java.util.concurrent.CancellationException e) {
      throw e;
    } catch (DockerException e) {
      throw new EngineFault(
          "The Docker engine at %s refused: %s."
              .formatted(docker.address(), Secrets.mask(String.valueOf(e.getMessage()).strip())),
          e);
    } catch (RuntimeException e) {
      throw new EngineFault(
          "The Docker engine at %s doesn't answer. Start Docker, or name another engine by DOCKER_HOST."
              .formatted(docker.address()),
          e);
    }
  }
}
