package dev.envlens.feature;

import dev.envlens.definition.Definition;
import dev.envlens.definition.DefinitionHash;
import java.util.Optional;

/** The other environments of the workspace, seen from one. Answers at once, from memory. */
public interface Neighbours {

  /** How many other environments lead to the image with {@code hash}. */
  int sameImage(Definition definition, DefinitionHash hash);

  /**
   * What an environment is called that would have {@code hash} too, were its dependencies and
   * channels in the same order.
   */
  Optional<String> orderTwin(Definition definition, DefinitionHash hash);

  /** For where no workspace is known. */
  static Neighbours none() {
    return new Neighbours() {
      @Override
      public int sameImage(Definition definition, DefinitionHash hash) {
        return 0;
      }

      @Override
      public Optional<String> orderTwin(Definition definition, DefinitionHash hash) {
        return Optional.empty();
      }
    };
  }
}
