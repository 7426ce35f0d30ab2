package dev.envlens.feature;

import java.util.List;
import java.util.Optional;

/** Environments that a job may refer to, wherever they are known from. Answers at once. */
public interface KnownEnvironments {

  /**
   * An environment.
   *
   * @param registry where it is registered; empty for the workspace
   * @param about one line: where it was seen
   */
  record KnownEnvironment(
      Optional<String> registry, String name, Optional<String> version, String about) {

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

  List<KnownEnvironment> environments();
}
