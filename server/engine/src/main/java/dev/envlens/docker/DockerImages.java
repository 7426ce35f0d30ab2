package dev.envlens.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import dev.envlens.progress.Progress;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The images of one engine. Every operation ends with an {@link EngineFault} when it can't be done.
 */
public final class DockerImages {

  private final DockerConnection docker;
  private final RegistryLogins logins;

  /**
   * @param logins for the registries that the engine pulls from and pushes to
   */
  public DockerImages(DockerConnection docker, RegistryLogins logins) {
    this.docker = docker;
    this.logins = logins;
  }

  /**
   * The image that {@code reference} means.
   *
   * @param reference a name with or without tag, a name with a digest, or an id
   */
  public Optional<EngineImage> find(String reference) {
    return docker.ask(
        () -> {
          try {
            return Optional.of(image(docker.questions().inspectImageCmd(reference).exec()));
          } catch (NotFoundException none) {
            return Optional.empty();
          }
        });
  }

  /** The ids of the images that have this label with this value, newest first. */
  public List<String> labelled(String label, String value) {
    return docker.ask(
        () ->
            docker.questions().listImagesCmd().withLabelFilter(Map.of(label, value)).exec().stream()
                .map(image -> image.getId())
                .toList());
  }

  /**
   * Names an image.
   *
   * @param id or any name that it has
   */
  public void tag(String id, String repository, String tag) {
    docker.ask(() -> docker.questions().tagImageCmd(id, repository, tag).withForce().exec());
  }

  /** Takes a name off an image, and removes it with its last one; whether there was such a name. */
  public boolean remove(String reference) {
    return docker.ask(
        () -> {
          try {
            docker.client().removeImageCmd(reference).exec();
            return true;
          } catch (NotFoundException none) {
            return false;
          } catch (ConflictException inUse) {
            throw new EngineFault(
                "The image %s is in use by a container. Remove the container first."
                    .formatted(reference),
                inUse);
          }
        });
  }

  /**
   * Pulls an image.
   *
   * @param host the registry's
   * @param tag or digest
   * @return whether there was one
   * @throws EngineFault when the registry can't be asked, or refuses
   * @throws CancellationException when cancelled
   */
  public boolean pull(String host, String repository, String tag, Progress progress) {
    var command = docker.client().pullImageCmd(repository).withTag(tag);
    logins.of(host).map(login -> config(host, login)).ifPresent(command::withAuthConfig);
    var transfer = new Transfer<PullResponseItem>(progress);
    try {
      run(command.exec(transfer), progress);
    } catch (NotFoundException none) {
      return false;
    } catch (RuntimeException e) {
      if (wasAbsent(EngineFaults.said(e))) {
        return false;
      }
      throw broken(e);
    }
    var refused = transfer.error();
    if (refused.isPresent() && !wasAbsent(refused.get())) {
      throw transferFault("pull", repository, refused.get());
    }
    return refused.isEmpty();
  }

  /**
   * Pushes an image that has this name.
   *
   * @param host the registry's
   * @return its digest there
   * @throws CancellationException when cancelled
   */
  public String push(String host, String repository, String tag, Progress progress) {
    var command = docker.client().pushImageCmd(repository).withTag(tag);
    // The engine wants to be told that nobody is to be logged in, too.
    command.withAuthConfig(
        logins.of(host).map(login -> config(host, login)).orElseGet(AuthConfig::new));
    var transfer = new Transfer<PushResponseItem>(progress);
    try {
      run(command.exec(transfer), progress);
    } catch (RuntimeException e) {
      throw broken(e);
    }
    transfer
        .error()
        .ifPresent(
            error -> {
              throw transferFault("push", repository, error);
            });
    return find(repository + ":" + tag)
        .flatMap(image -> image.digestIn(repository))
        .orElseThrow(
            () ->
                new EngineFault(
                    "The engine doesn't say under which digest it pushed %s."
                        .formatted(repository)));
  }

  private RuntimeException broken(RuntimeException fault) {
    return fault instanceof CancellationException
        ? fault
        : EngineFaults.of(docker.address(), fault);
  }

  private static EngineFault transferFault(String verb, String repository, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    String advice =
        lower.contains("unauthorized") || lower.contains("denied") || lower.contains("forbidden")
            ? "Log in with 'docker login', and check the name."
            : "Check that the registry can be reached from the engine.";
    return new EngineFault(
        "Can't %s %s: %s. %s".formatted(verb, repository, said.replaceAll("\\.$", ""), advice));
  }

  private static boolean wasAbsent(String said) {
    return said.contains("manifest unknown")
        || said.contains("name unknown")
        || said.contains("not found")
        || said.contains("repository does not exist");
  }

  /** Waits for a transfer; ends it when it is cancelled. */
  private static void run(Transfer<?> transfer, Progress progress) {
    progress.whenCancelled(transfer::stop);
    try {
      transfer.awaitCompletion();
    } catch (InterruptedException e) {
      transfer.stop();
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (RuntimeException broken) {
      progress.check();
      throw broken;
    }
    progress.check();
  }

  private static AuthConfig config(String host, RegistryLogins.Login login) {
    var config = new AuthConfig().withRegistryAddress(host);
    return login.isToken()
        ? config.withIdentityToken(login.secret())
        : config.withUsername(login.user()).withPassword(login.secret());
  }

  private static EngineImage image(InspectImageResponse found) {
    return new EngineImage(
        found.getId(),
        Optional.ofNullable(found.getRepoTags()).orElse(List.of()),
        Optional.ofNullable(found.getRepoDigests()).orElse(List.of()),
        Optional.ofNullable(found.getConfig()).map(it -> it.getLabels()).orElse(Map.of()),
        Optional.ofNullable(found.getCreated()).flatMap(DockerImages::time),
        Optional.ofNullable(found.getSize()).orElse(0L));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
