package dev.envlens.run;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.Volume;
import dev.envlens.docker.DockerConnection;
import dev.envlens.progress.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** One command in one container, which is gone when the command has ended. */
final class Container {

  /** Where the working folder is in a container, on every system. */
  static final String FOLDER = "/envlens/work";

  /** Marks containers of runs, for whoever lists them. */
  private static final String LABEL = "dev.envlens.run";

  private static final int SECONDS_TO_STOP = 2;

  /** What shells say of a program that wrote to nobody: 128 and the number of SIGPIPE. */
  private static final int NOBODY_READS = 141;

  private final DockerConnection engine;
  private final Task task;
  private final ContainerUser user;

  Container(DockerConnection engine, Task task, ContainerUser user) {
    this.engine = engine;
    this.task = task;
    this.user = user;
  }

  /** Runs it to its end and answers its exit status. */
  int run(String image, Streams streams, Progress progress) {
    progress.check();
    String id = create(image, streams);
    try {
      progress.whenCancelled(() -> stop(id));
      int status = follow(id, streams, progress);
      progress.check();
      return status;
    } finally {
      remove(id);
    }
  }

  private String create(String image, Streams streams) {
    var host =
        HostConfig.newHostConfig()
            .withBinds(new Bind(task.folder().toString(), new Volume(FOLDER)));
    task.network().ifPresent(host::withNetworkMode);
    boolean reads = streams.in().isPresent() && ContainerInput.reaches(engine.address());
    List<String> command = task.command();
    var create =
        engine
            .client()
            .createContainerCmd(image)
            .withEntrypoint(command.get(0))
            .withCmd(command.subList(1, command.size()))
            .withEnv(variables())
            .withWorkingDir(FOLDER)
            .withHostConfig(host)
            .withLabels(Map.of(LABEL, "true"))
            .withAttachStdin(reads)
            .withStdinOpen(reads)
            .withStdInOnce(reads);
    user.id().ifPresent(create::withUser);
    return create.exec().getId();
  }

  private List<String> variables() {
    Map<String, String> variables = new HashMap<>();
    if (user.needsHome()) {
      variables.put("HOME", "/tmp");
    }
    variables.putAll(task.variables());
    List<String> assignments = new ArrayList<>();
    variables.forEach((name, value) -> assignments.add(name + "=" + value));
    return assignments;
  }

  private int follow(String id, Streams streams, Progress progress) {
    var attach =
        engine
            .client()
            .attachContainerCmd(id)
            .withStdOut(true)
            .withStdErr(true)
            .withFollowStream(true);
    try (var output = attach.exec(new Output(streams, () -> stop(id)));
        var end = new WaitContainerResultCallback();
        var input = new Input(id, streams)) {
      output.awaitStarted();
      start(id);
      if (progress.isCancelled()) {
        stop(id); // what was asked for before it had started stopped nothing
      }
      input.feed();
      engine.client().waitContainerCmd(id).exec(end);
      int status = end.awaitStatusCode();
      output.awaitCompletion();
      return output.goesNowhere() ? NOBODY_READS : status;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException().initCause(interrupted);
    } catch (IOException fault) {
      throw new RunFault("The command's output was cut off: " + fault.getMessage() + ".", fault);
    }
  }

  private void start(String id) {
    try {
      engine.client().startContainerCmd(id).exec();
    } catch (DockerException fault) {
      // Unmasked, for it isn't shown: "passwd": denied would look like a password.
      String said = String.valueOf(fault.getMessage());
      String program = task.command().get(0);
      if (said.contains("executable file not found")
          || said.contains("no such file or directory")) {
        throw new RunFault(
            RunFault.NOT_FOUND,
            "The image has no program '%s'. Add the package that brings it, or mend its name."
                .formatted(program));
      }
      if (said.contains("permission denied") || said.contains("is a directory")) {
        throw new RunFault(
            RunFault.NOT_EXECUTABLE,
            "'%s' can't be executed in the image. Make it executable, or run it through its interpreter."
                .formatted(program));
      }
      throw fault;
    }
  }

  private void stop(String id) {
    try {
      engine.client().stopContainerCmd(id).withTimeout(SECONDS_TO_STOP).exec();
    } catch (NotModifiedException | NotFoundException ended) {
      // That is what was wanted.
    }
  }

  private void remove(String id) {
    try {
      engine.client().removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException gone) {
      // That is what was wanted.
    }
  }

  /** What the command reads, if it reads anything. */
  private final class Input implements AutoCloseable {
    private final Optional<ContainerInput> way;
    private final Streams streams;

    Input(String id, Streams streams) throws IOException {
      this.streams = streams;
      this.way =
          streams.in().isEmpty() || !ContainerInput.reaches(engine.address())
              ? Optional.empty()
              : Optional.of(ContainerInput.to(engine.address(), id));
    }

    void feed() {
      way.ifPresent(to -> to.feed(streams.in().orElseThrow()));
    }

    @Override
    public void close() throws IOException {
      if (way.isPresent()) {
        way.get().close();
      }
    }
  }

  /**
   * Passes on what the command writes. When nobody takes it any more, the command is stopped, as a
   * local one would be; until it has stopped, the rest is read, so that it doesn't block.
   */
  private static final class Output extends ResultCallback.Adapter<Frame> {
    private final Streams streams;
    private final Runnable stop;
    private volatile boolean nowhere;

    Output(Streams streams, Runnable stop) {
      this.streams = streams;
      this.stop = stop;
    }

    boolean goesNowhere() {
      return nowhere;
    }

    @Override
    public void onNext(Frame frame) {
      if (nowhere) {
        return;
      }
      OutputStream to = frame.getStreamType() == StreamType.STDERR ? streams.err() : streams.out();
      try {
        to.write(frame.getPayload());
        to.flush();
      } catch (IOException nobodyReads) {
        nowhere = true;
        // Elsewhere: this thread has to go on reading while the engine stops the command.
        var unused = CompletableFuture.runAsync(stop);
      }
    }
  }
}
