package dev.envlens.check;

import dev.envlens.definition.Definition;
import dev.envlens.yaml.Scalar;

/** Fixes of an environment's name. */
final class Names {

  private Names() {}

  static Fix rename(Definition definition, Scalar name, String newName) {
    return Fix.edit(
        "Rename to '%s'".formatted(newName),
        definition.source().uri(),
        new YamlEdits(definition.source().yaml()).replace(name, newName));
  }
}
