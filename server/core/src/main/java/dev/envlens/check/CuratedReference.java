package dev.envlens.check;

import dev.envlens.curated.Catalogue;
import dev.envlens.curated.CuratedEnvironment;
import dev.envlens.definition.ReferenceTarget;

/** References to curated environments, as they are written. */
final class CuratedReference {

  private CuratedReference() {}

  /**
   * One to {@code next} where {@code target} stands: at its newest known version, else at the
   * newest there is; in the registry, which has every version.
   */
  static String to(ReferenceTarget.Named target, CuratedEnvironment next) {
    String registry = target.registry().orElse(Catalogue.REGISTRY);
    String head = "azureml://registries/%s/environments/%s".formatted(registry, next.name());
    boolean floating = target.version().isEmpty();
    return next.newest()
        .filter(number -> !floating)
        .map(number -> head + "/versions/" + number)
        .orElse(head + "/labels/latest");
  }
}
