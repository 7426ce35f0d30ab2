package dev.envlens.feature;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is in the other files of the workspace. Answers at once, from memory. */
public interface KnownFiles {

  /** What a file holds that a path may be meant to lead to. */
  enum Held {
    CONDA,
    ENVIRONMENT,
    /** Something that uses environments, such as a job. */
    OTHER
  }

  /**
   * An environment.
   *
   * @param registry where it is registered; empty for the workspace
   * @param about one line: where it was seen
   */
  record Known(Optional<String> registry, String name, Optional<String> version, String about) {

    /** How a job refers to it. */
    String reference() {
      return registry
          .map(
              at ->
                  "azureml://registries/"
                      + at
                      + "/environments/"
                      + name
                      + version.map(v -> "/versions/" + v).orElse("/labels/latest"))
          .orElseGet(() -> "azureml:" + name + version.map(v -> ":" + v).orElse("@latest"));
    }
  }

  /**
   * The environments that a job may refer to: those that are defined first, each in the order of
   * names. The same may be told twice.
   *
   * @param wanted which names
   * @param most of how many names at most
   */
  List<Known> environments(Predicate<String> wanted, int most);

  /** What {@code file} holds, where that is known. */
  Optional<Held> held(URI file);

  /** For where no workspace is known. */
  static KnownFiles none() {
    return new KnownFiles() {
      @Override
      public List<Known> environments(Predicate<String> wanted, int most) {
        return List.of();
      }

      @Override
      public Optional<Held> held(URI file) {
        return Optional.empty();
      }
    };
  }
}
