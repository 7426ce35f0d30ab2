package dev.envlens.check;

import dev.envlens.curated.Catalogue;
import dev.envlens.known.KnownImages;
import dev.envlens.known.Registered;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * What is known beyond the files at hand, handed in so that a check depends on nothing else.
 *
 * @param today the date that versions and their ends of life are held against
 * @param served which online deployments use an environment
 * @param registered what the workspace has said
 * @param images what Docker and registries have said
 * @param curated the curated environments; asked only where one is named, and answers from memory
 */
public record Facts(
    LocalDate today,
    Served served,
    Registered registered,
    KnownImages images,
    Supplier<Catalogue> curated) {

  /** With nothing known but the date. */
  public Facts(LocalDate today) {
    this(today, Served.unknown());
  }

  /** With nothing known of what is outside the files. */
  public Facts(LocalDate today, Served served) {
    this(today, served, Registered.unknown(), KnownImages.none());
  }

  /** With the curated environments that envlens is shipped with. */
  public Facts(LocalDate today, Served served, Registered registered, KnownImages images) {
    this(today, served, registered, images, Catalogue::shipped);
  }

  /** The same with other curated environments. */
  public Facts knowing(Supplier<Catalogue> other) {
    return new Facts(today, served, registered, images, other);
  }
}
