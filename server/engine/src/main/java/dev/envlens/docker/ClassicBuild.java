package dev.envlens.docker;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.BuildResponseItem;
import dev.envlens.progress.Progress;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A build by the engine's classic builder. Used once. */
public final class ClassicBuild {

  private static final Pattern RUNNING = Pattern.compile(" ---> Running in ([0-9a-f]{12,64})\\s*");

  /** How long the engine has to end a container by itself once nobody listens any more. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final DockerConnection docker;
  private final Consumer<String> output;
  private volatile String container = "";
  private volatile String error = "";
  private volatile String image = "";

  /**
   * What to build.
   *
   * @param context a tar stream
   * @param dockerfile its path in there
   * @param labels of the image
   * @param fresh whether layers that are there already are made anew
   * @param network as {@code docker build --network}; empty for the engine's own choice
   */
  public record Order(
      InputStream context,
      String dockerfile,
      Map<String, String> labels,
      boolean fresh,
      Optional<String> network) {
    public Order {
      labels = Map.copyOf(labels);
    }
  }

  /**
   * What came of it: either an image or what went wrong, as the engine says it.
   *
   * @param image its id, {@code sha256:…}
   */
  public record Built(Optional<String> image, Optional<String> error) {}

  /**
   * @param output takes what the build prints, in pieces that need not be lines
   */
  public ClassicBuild(DockerConnection docker, Consumer<String> output) {
    this.docker = docker;
    this.output = output;
  }

  /**
   * Builds; the image has no name.
   *
   * @throws EngineFault when the engine went away
   * @throws CancellationException when cancelled, once nothing of the build runs any more
   */
  public Built run(Order order, Progress progress) {
    var command =
        docker
            .client()
            .buildImageCmd(order.context())
            .withDockerfilePath(order.dockerfile())
            .withLabels(order.labels())
            .withNoCache(order.fresh())
            .withRemove(true)
            .withForcerm(true);
    order.network().ifPresent(command::withNetworkMode);
    var following = command.exec(new Following());
    try {
      following.await(progress);
    } catch (CancellationException cancelled) {
      endContainer();
      throw cancelled;
    } catch (RuntimeException broken) {
      return told(broken);
    }
    if (!error.isEmpty()) {
      return new Built(Optional.empty(), Optional.of(error));
    }
    if (image.isEmpty()) {
      throw new EngineFault(
          "The Docker engine at %s went away in the middle of the build, so there is no image. Start Docker, and build again."
              .formatted(docker.address()));
    }
    String id = docker.ask(() -> docker.questions().inspectImageCmd(image).exec().getId());
    return new Built(Optional.of(id), Optional.empty());
  }

  /** An engine that refuses the order has something to say of it; one that is gone hasn't. */
  private Built told(RuntimeException broken) {
    if (broken instanceof DockerException) {
      return new Built(Optional.empty(), Optional.of(EngineFaults.said(broken)));
    }
    throw EngineFaults.of(docker.address(), broken);
  }

  /** The engine ends what runs by itself; this makes sure that it has. */
  private void endContainer() {
    if (container.isEmpty()) {
      return;
    }
    long end = System.nanoTime() + GRACE_NANOS;
    try {
      while (docker.questions().inspectContainerCmd(container).exec() != null
          && System.nanoTime() < end) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      docker.questions().removeContainerCmd(container).withForce(true).exec();
    } catch (NotFoundException gone) {
      container = "";
    } catch (RuntimeException engineGone) {
      // An engine that can't be asked runs nothing of ours any more, or can't be told.
      container = "";
    }
  }

  /** Takes what the engine says. */
  private final class Following extends Listening<BuildResponseItem> {

    @Override
    public void onNext(BuildResponseItem item) {
      if (item.getErrorDetail() != null && item.getErrorDetail().getMessage() != null) {
        error = item.getErrorDetail().getMessage();
      }
      String text = item.getStream();
      if (text != null) {
        var running = RUNNING.matcher(text);
        if (running.matches()) {
          container = running.group(1);
        }
        if (item.isBuildSuccessIndicated()) {
          image = item.getImageId();
        }
        output.accept(text);
      } else if (item.getStatus() != null && item.getProgressDetail() == null) {
        output.accept(item.getStatus() + "\n");
      }
    }
  }
}
