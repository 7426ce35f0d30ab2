package dev.envlens.check;

import java.time.LocalDate;

/**
 * What is known beyond the files at hand, handed in so that a check depends on nothing else.
 *
 * @param today the date that versions and their ends of life are held against
 * @param served which online deployments use an environment
 */
public record Facts(LocalDate today, Served served) {

  /** With nothing known but the date. */
  public Facts(LocalDate today) {
    this(today, Served.unknown());
  }
}
