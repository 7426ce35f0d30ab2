package dev.envlens.build;

import java.time.Duration;

/**
 * A step of a build: an instruction of the Dockerfile.
 *
 * @param number from 1
 * @param total how many there are
 * @param instruction as the builder shows it, on one line
 * @param took how long; a step that was cached took next to nothing
 */
public record BuildStep(int number, int total, String instruction, Duration took, boolean cached) {

  /** {@code Step 2/5: RUN pip install numpy}. */
  public String title() {
    return "Step %d/%d: %s".formatted(number, total, instruction);
  }
}
