package dev.envlens.catalogue;

import dev.envlens.curated.CuratedEnvironment;
import java.util.Map;

/**
 * A curated environment as its sources have it.
 *
 * @param context the texts of its build context by path; none where it has no context
 */
record Asset(CuratedEnvironment environment, Map<String, String> context) {

  Asset {
    context = Map.copyOf(context);
  }
}
