package dev.envlens.docker;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.PushResponseItem;
import dev.envlens.progress.Progress;
import dev.envlens.registry.RegistryFault;
import dev.envlens.registry.RegistryLogins;
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
  private final LocalImages looked;

  /**
   * @param looked finds images of the same engine
   * @param logins for the registries that the engine pulls from and pushes to
   */
  public DockerImages(DockerConnection docker, LocalImages looked, RegistryLogins logins) {
    this.docker = docker;
    this.looked = looked;
    this.logins = logins;
  }

  /**
   * The image that {@code reference} means.
   *
   * @param reference a name with or without tag, a name with a digest, or an id
   */
  public Optional<LocalImage> find(String reference) {
    return looked.find(reference);
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
    login(host).ifPresent(command::withAuthConfig);
    var transfer = new Transfer<PullResponseItem>(progress);
    try {
      command.exec(transfer).await(progress);
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
    command.withAuthConfig(login(host).orElseGet(AuthConfig::new));
    var transfer = new Transfer<PushResponseItem>(progress);
    try {
      command.exec(transfer).await(progress);
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
        .flatMap(image -> digestIn(image, repository))
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

  private static Optional<String> digestIn(LocalImage image, String repository) {
    return image.digests().stream()
        .filter(digest -> digest.startsWith(repository + "@"))
        .map(digest -> digest.substring(repository.length() + 1))
        .findFirst();
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

  private Optional<AuthConfig> login(String host) {
    try {
      return logins.of(host).map(login -> config(host, login));
    } catch (RegistryFault fault) {
      throw new EngineFault(fault.getMessage(), fault);
    }
  }

  private static AuthConfig config(String host, RegistryLogins.Login login) {
    var config = new AuthConfig().withRegistryAddress(host);
    return login.isToken()
        ? config.withIdentityToken(login.secret())
        : config.withUsername(login.user()).withPassword(login.secret());
  }
}
