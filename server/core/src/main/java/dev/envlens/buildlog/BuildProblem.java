package dev.envlens.buildlog;

import dev.envlens.check.Finding;
import dev.envlens.check.Severity;
import dev.envlens.link.Place;
import java.util.List;

/**
 * Why a build failed.
 *
 * @param message the cause and what to do, in one to three sentences; holds no secrets
 * @param place the narrowest part of the definition that is known to be at fault
 * @param tail the last lines that the failing step printed, without secrets, terminal codes and
 *     progress bars; at most {@value StepLog#TAIL}
 */
public record BuildProblem(Kind kind, String message, Place place, List<String> tail) {

  /** The code that a failed build has as a diagnostic. */
  public static final String CODE = "build-failed";

  public BuildProblem {
    tail = List.copyOf(tail);
  }

  /** As a diagnostic, which stands until the next build. */
  public Finding finding() {
    return new Finding(CODE, Severity.ERROR, place, message, List.of());
  }
}
