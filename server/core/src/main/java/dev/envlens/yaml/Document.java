package dev.envlens.yaml;

import java.util.Optional;

/** One document of a file; {@code root} is empty where nothing is written. */
public record Document(Optional<Node> root) {

  public Optional<Mapping> mapping() {
    return root.filter(Mapping.class::isInstance).map(Mapping.class::cast);
  }
}
