package dev.envlens.run;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerConfig;
import dev.envlens.definition.Definition;
import dev.envlens.docker.DockerConnection;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;
import dev.envlens.workspace.EnvironmentVersion;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A container of the image, in an engine that shares this machine's files. */
final class ContainerPlace implements Place {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final DockerConnection docker;
  private final Images images;

  ContainerPlace(DockerConnection docker, Images images) {
    this.docker = docker;
    this.images = images;
  }

  @Override
  public String name() {
    return "container";
  }

  @Override
  public Ready prepare(
      Definition definition,
      Surroundings surroundings,
      EnvironmentVersion version,
      Progress progress) {
    requireSharedFiles();
    RunImage image = images.of(definition, surroundings, progress);
    return new Ready() {
      @Override
      public Optional<RunImage> image() {
        return Optional.of(image);
      }

      @Override
      public int run(Task task, Streams streams, Progress progress) {
        return inContainer(image, task, streams, progress);
      }
    };
  }

  /** Before anything is built: a folder of this machine can't be mounted by another one. */
  private void requireSharedFiles() {
    URI engine = URI.create(docker.address());
    boolean elsewhere =
        Set.of("tcp", "http", "https", "ssh").contains(engine.getScheme())
            && !HERE.contains(String.valueOf(engine.getHost()).toLowerCase(Locale.ROOT));
    if (elsewhere) {
      throw new RunFault(
          "The Docker engine at %s is on another machine, which can't see the working folder. Name an engine of this machine by DOCKER_HOST, or run there."
              .formatted(docker.address()));
    }
  }

  private int inContainer(RunImage image, Task task, Streams streams, Progress progress) {
    try {
      ContainerConfig config = docker.client().inspectImageCmd(image.digest()).exec().getConfig();
      var user = ContainerUser.of(docker.client(), Optional.ofNullable(config));
      return new Container(docker.client(), task, user).run(image.digest(), streams, progress);
    } catch (NotFoundException gone) {
      throw new RunFault(
          "The image %s is gone from the Docker engine. Run it again, to have it built anew."
              .formatted(image.reference()),
          gone);
    } catch (DockerException fault) {
      throw new RunFault(
          "The Docker engine at %s can't run it: %s."
              .formatted(docker.address(), Container.said(fault)),
          fault);
    }
  }
}
