package dev.envlens.definition;

import dev.envlens.link.Place;
import dev.envlens.link.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of a definition as it stands, or the reason why it has none: a part that can't be read,
 * or that is only a placeholder.
 */
public sealed interface Hashing {

  /** The hash, and where each of its parts is written. */
  record Known(DefinitionHash hash, Map<String, List<Place>> places) implements Hashing {}

  /**
   * There is none.
   *
   * @param reason in words for a user, as the end of a sentence; it repeats nothing of the file,
   *     though it may name a file of the build context
   * @param pending whether it is only not known yet
   */
  record Unknown(String reason, boolean pending) implements Hashing {}

  /**
   * The hash of {@code definition}; the files of its build context come from {@code surroundings}.
   */
  static Hashing of(Definition definition, Surroundings surroundings) {
    return surroundings instanceof SteadySurroundings steady
        ? steady.hashing(definition, () -> read(definition, surroundings))
        : read(definition, surroundings);
  }

  /** What the hash of {@code definition} covers; empty where there is no hash. */
  static Optional<HashInput> input(Definition definition, Surroundings surroundings) {
    try {
      return Optional.of(new HashReader(definition, surroundings).input());
    } catch (NoHash e) {
      return Optional.empty();
    }
  }

  private static Hashing read(Definition definition, Surroundings surroundings) {
    try {
      return new HashReader(definition, surroundings).read();
    } catch (NoHash e) {
      return new Unknown(e.getMessage(), e.isPending());
    }
  }
}
