package dev.envlens.check;

import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import java.time.LocalDate;

/**
 * What is known beyond the files at hand, handed in so that a check depends on nothing else.
 *
 * @param today the date that versions and their ends of life are held against
 * @param served which online deployments use an environment
 * @param registered what the workspace has said
 * @param images what Docker and registries have said
 */
public record Facts(LocalDate today, Served served, Registered registered, KnownImages images) {

  /** With nothing known but the date. */
  public Facts(LocalDate today) {
    this(today, Served.unknown());
  }

  /** With nothing known of what is outside the files. */
  public Facts(LocalDate today, Served served) {
    this(today, served, Registered.unknown(), KnownImages.none());
  }
}
