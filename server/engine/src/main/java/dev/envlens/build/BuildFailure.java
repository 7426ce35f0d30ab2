package dev.envlens.build;

import dev.envlens.link.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A build that failed. The message is a sentence for a user. */
public final class BuildFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Details details;

  /**
   * Where and how it failed.
   *
   * @param step the one that failed; empty when it failed before the first
   * @param error what the builder says, without secrets
   * @param tail the log's last lines
   * @param part what of the definition the step makes: {@code image}, {@code docker}, {@code conda}
   *     or {@code spark}
   * @param place where that is written
   * @param build its id
   * @param log all that was printed
   */
  public record Details(
      Optional<BuildStep> step,
      String error,
      List<String> tail,
      Optional<String> part,
      Optional<Place> place,
      String build,
      Path log) {
    public Details {
      tail = List.copyOf(tail);
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
