package dev.envlens.run;

import dev.envlens.definition.Definition;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;
import dev.envlens.workspace.EnvironmentVersion;
import dev.envlens.workspace.FolderExport;
import dev.envlens.workspace.Registrar;
import dev.envlens.workspace.Slice;
import dev.envlens.workspace.Workspace;
import dev.envlens.yaml.Mapping;
import dev.envlens.yaml.Scalar;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/** Runs commands in environments, remembers them, and brings their environments back. */
public final class Runs {

  /** As shells say that a command was interrupted. */
  private static final int INTERRUPTED = 130;

  private static final int NEAR = 3;

  private final Workspace workspace;
  private final RunLog log;
  private final Places places;
  private final Clock clock;

  /** Where commands may run. */
  public record Places(Place container, Place conda) {}

  public Runs(Workspace workspace, RunLog log, Places places, Clock clock) {
    this.workspace = workspace;
    this.log = log;
    this.places = places;
    this.clock = clock;
  }

  /**
   * What is to be run.
   *
   * @param command the program and its arguments; at least one
   * @param folder the working folder, absolute
   * @param network for a container, as the engine takes it; empty for the engine's own choice
   * @param conda whether in a conda environment of this machine instead of a container
   * @param registration how the environment is registered beforehand
   */
  public record Request(
      List<String> command,
      Path folder,
      Optional<String> network,
      boolean conda,
      Registrar.Request registration) {
    public Request {
      command = List.copyOf(command);
    }
  }

  /**
   * Registers {@code definition}, makes its environment ready and runs a command in it. Waits for
   * all that.
   *
   * @return the run, ended
   * @throws RunFault when the command couldn't be run
   * @throws dev.envlens.workspace.WorkspaceFault when the environment can't be registered
   * @throws CancellationException when it was stopped; nothing goes on then
   */
  public RunRecord run(
      Definition definition,
      Surroundings surroundings,
      Request request,
      Streams streams,
      Progress progress) {
    if (request.command().isEmpty()) {
      throw new RunFault("There is no command to run. Name one.");
    }
    Place place = request.conda() ? places.conda() : places.container();
    var version =
        new Registrar(workspace)
            .register(definition, surroundings, request.registration())
            .version();
    progress.check();
    var ready = place.prepare(definition, surroundings, version, progress);
    var what =
        new RunRecord.What(
            place.name(),
            version.id(),
            version.content().hash(),
            ready.image(),
            MaskedCommand.of(request.command()),
            request.folder().toString());
    var task =
        new Task(request.command(), request.folder(), variables(definition), request.network());
    return recorded(what, () -> ready.run(task, streams, progress));
  }

  @FunctionalInterface
  private interface Running {
    int run();
  }

  private RunRecord recorded(RunRecord.What what, Running running) {
    Instant start = clock.instant();
    long id = log.started(start, what);
    int status = RunFault.FAILED;
    try {
      status = running.run();
    } catch (RunFault fault) {
      status = fault.status();
      throw fault;
    } catch (CancellationException stopped) {
      status = INTERRUPTED;
      throw stopped;
    } finally {
      log.ended(id, new RunRecord.End(Duration.between(start, clock.instant()), status));
    }
    return log.find(id).orElseThrow();
  }

  /** Those of a v1 definition; other definitions have none beside conda's, which are built in. */
  private static Map<String, String> variables(Definition definition) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (var entry :
        definition
            .node()
            .mapping("environmentVariables")
            .map(Mapping::effective)
            .orElse(List.of())) {
      if (entry.value() instanceof Scalar scalar && !scalar.isNull()) {
        variables.put(entry.name(), scalar.text());
      }
    }
    return variables;
  }

  /**
   * A page of the runs on this machine, the newest first.
   *
   * @param most how many, above 0
   * @param next empty for the first page, else what the page before said
   * @throws RunFault when {@code next} was never said
   */
  public Slice<RunRecord> list(int most, Optional<String> next) {
    return log.list(most, next.map(Runs::number));
  }

  /**
   * Writes the files of a run's environment, as they were registered for it. They hash the same.
   *
   * @param run its id
   * @param folder is made; it may be there when it is empty
   * @return the path of the environment's YAML
   * @throws RunFault when there is no such run, or its environment is gone
   * @throws dev.envlens.workspace.WorkspaceFault when the folder can't be written
   */
  public Path restore(String run, Path folder) {
    var what = find(run).what();
    EnvironmentVersion version =
        workspace
            .find(what.environment())
            .filter(found -> found.content().hash().equals(what.hash()))
            .orElseThrow(
                () ->
                    new RunFault(
                        "%s doesn't have '%s' any more, in which run %s ran. Use the workspace that it was registered in."
                            .formatted(
                                capitalized(workspace.label()), what.environment().label(), run)));
    return new FolderExport(workspace).write(version, folder);
  }

  /**
   * One run.
   *
   * @throws RunFault when there is no such run
   */
  public RunRecord find(String run) {
    long id = number(run);
    return log.find(id)
        .orElseThrow(() -> new RunFault("There is no run %s. %s".formatted(run, near(id))));
  }

  private String near(long id) {
    List<Long> ids = log.near(id, NEAR);
    return ids.isEmpty()
        ? "Nothing was run yet."
        : ids.stream()
            .map(Object::toString)
            .collect(Collectors.joining(", ", "The nearest: ", "."));
  }

  private static long number(String run) {
    try {
      return Long.parseLong(run);
    } catch (NumberFormatException notOne) {
      throw new RunFault(
          "'%s' is no run: they are numbered from 1. List them with 'envlens runs'."
              .formatted(run));
    }
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
