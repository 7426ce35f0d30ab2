package dev.envlens.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A definition to register.
 *
 * @param name the environment's
 * @param version as the definition or the person asks for it; empty for the next
 * @param source where it comes from, in words
 * @param by who registers it
 */
public record Submission(
    String name,
    Optional<String> version,
    EnvironmentVersion.Content content,
    EnvironmentVersion.Notes notes,
    Bytes bytes,
    String source,
    String by) {

  /** Gives the bytes of the files. */
  @FunctionalInterface
  public interface Bytes {
    InputStream open(StoredFile file) throws IOException;
  }
}
