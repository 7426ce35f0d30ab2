package dev.envlens.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A registry did not answer what it was asked. The message is a sentence for a user: who, what went
 * wrong, what to do. It holds no secrets, and nothing that the registry wrote.
 */
public final class RegistryFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Instant> again;

  RegistryFault(String message) {
    this(message, Optional.empty());
  }

  RegistryFault(String message, Optional<Instant> again) {
    super(message);
    this.again = again;
  }

  /** When the registry wants to be asked again, if it has said so. */
  public Optional<Instant> again() {
    return again;
  }
}
