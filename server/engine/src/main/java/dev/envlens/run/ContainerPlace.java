package dev.envlens.run;

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
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** A container of the image, in an engine that shares this machine's files. */
public final class ContainerPlace implements Place {

  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Supplier<DockerConnection> docker;
  private final Images images;

  /**
   * @param docker asked for when something is to run
   */
  public ContainerPlace(Supplier<DockerConnection> docker, Images images) {
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
    RunImage image = images.of(definition, surroundings, version.history().source(), progress);
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
    String address = docker.get().address();
    URI engine = URI.create(address);
    boolean elsewhere =
        Set.of("tcp", "http", "https", "ssh").contains(engine.getScheme())
            && !HERE.contains(String.valueOf(engine.getHost()).toLowerCase(Locale.ROOT));
    if (elsewhere) {
      throw new RunFault(
          "The Docker engine at %s is on another machine, which can't see the working folder. Name an engine of this machine by DOCKER_HOST, or run there."
              .formatted(address));
    }
  }

  private int inContainer(RunImage image, Task task, Streams streams, Progress progress) {
    var engine = docker.get();
    try {
      ContainerConfig config = engine.client().inspectImageCmd(image.digest()).exec().getConfig();
      var user = ContainerUser.of(engine.client(), Optional.ofNullable(config));
      return new Container(engine.client(), task, user).run(image.digest(), streams, progress);
    } catch (RunFault | CancellationException said) {
      throw said;
    } catch (NotFoundException gone) {
      throw new RunFault(
          "The image %s is gone from the Docker engine. Run it again, to have it built anew."
              .formatted(image.reference()),
          gone);
    } catch (RuntimeException fault) {
      // What was cancelled may end with a broken connection.
      progress.check();
      return engine.ask(
          () -> {
            throw fault;
          });
    }
  }
}
