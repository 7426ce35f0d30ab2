package dev.envlens.run;

import dev.envlens.definition.Definition;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;
import dev.envlens.workspace.EnvironmentVersion;
import java.util.Optional;

/** Where a command may run. */
public interface Place {

  /** What it is called in records: {@code container} or {@code conda}. */
  String name();

  /**
   * Makes ready what the environment needs there, which may take very long.
   *
   * @param version the environment as it was registered
   * @throws RunFault when that can't be done
   */
  Ready prepare(
      Definition definition,
      Surroundings surroundings,
      EnvironmentVersion version,
      Progress progress);

  /** An environment to run commands in. */
  interface Ready {

    /** The image that it is, where it is one. */
    Optional<RunImage> image();

    /**
     * Runs {@code task} to its end.
     *
     * @return its exit status
     * @throws RunFault when it couldn't be started
     * @throws java.util.concurrent.CancellationException when it was stopped; nothing of it is left
     */
    int run(Task task, Streams streams, Progress progress);
  }
}
