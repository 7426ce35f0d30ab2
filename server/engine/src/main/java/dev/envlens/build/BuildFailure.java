package dev.envlens.build;

import dev.envlens.buildlog.BuildProblem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A build that failed. The message is a sentence for a user. */
public final class BuildFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Details details;

  /**
   * Where and how it failed.
   *
   * @param step the one that failed; empty when it failed before the first
   * @param problem the cause, as far as the log tells it, and what of the definition is at fault
   * @param build its id
   * @param log all that was printed
   */
  public record Details(Optional<BuildStep> step, BuildProblem problem, String build, Path log) {

    /** The same as JSON has it on the command line and in the protocol, without the place. */
    public Map<String, Object> description() {
      var json = new LinkedHashMap<String, Object>();
      json.put("outcome", "failed");
      json.put("kind", problem.kind().word());
      json.put("message", problem.message());
      json.put("step", step.map(BuildStep::number).orElse(null));
      json.put("instruction", step.map(BuildStep::instruction).orElse(null));
      json.put("tail", problem.tail());
      json.put("build", build);
      json.put("log", log.toString());
      return json;
    }
  }

  BuildFailure(String message, Details details) {
    super(message, null, false, false);
    this.details = details;
  }

  public Details details() {
    return details;
  }
}
