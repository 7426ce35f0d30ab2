package dev.envlens.run;

import dev.envlens.definition.Definition;
import dev.envlens.link.Surroundings;
import dev.envlens.progress.Progress;

/** Gives the images of environments. */
@FunctionalInterface
public interface Images {

  /**
   * The image of {@code definition}, taken from the cache or built, in the local engine. May take
   * very long.
   *
   * @param source where the definition comes from, in words
   * @throws RuntimeException whose message is a sentence, when there can't be one
   */
  RunImage of(Definition definition, Surroundings surroundings, String source, Progress progress);
}
