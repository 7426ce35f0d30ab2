package dev.envlens.known;

import java.util.List;
import java.util.Optional;

/** What the workspace has said of registered environments. Answers at once, from memory. */
public interface Registered {

  /**
   * All versions of the environment called {@code name}, the newest first. A workspace that doesn't
   * know the name has answered with none; empty while it hasn't answered.
   */
  Optional<List<RegisteredVersion>> versions(String name);

  /** The names that there are; empty while the workspace hasn't answered. */
  Optional<List<String>> names();

  /** The versions, under whatever names, whose hash this is, as far as is known. */
  List<RegisteredVersion> sharing(String hash);

  /** For where no workspace was asked. */
  static Registered unknown() {
    return new Registered() {
      @Override
      public Optional<List<RegisteredVersion>> versions(String name) {
        return Optional.empty();
      }

      @Override
      public Optional<List<String>> names() {
        return Optional.empty();
      }

      @Override
      public List<RegisteredVersion> sharing(String hash) {
        return List.of();
      }
    };
  }
}
