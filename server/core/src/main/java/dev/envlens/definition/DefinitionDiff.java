package dev.envlens.definition;

import dev.envlens.definition.Difference.What;
import java.util.List;

/**
 * How a newer definition differs from an older one, by meaning: what decides the image, not how it
 * is written.
 *
 * @param differences in the order in which definitions are written: image, Docker steps, conda
 *     definition, Spark, operating system; none exactly when both have one hash
 */
public record DefinitionDiff(List<Difference> differences) {

  public DefinitionDiff {
    differences = List.copyOf(differences);
  }

  /** Compares two definitions. Linear in both; never fails. */
  public static DefinitionDiff between(HashInput older, HashInput newer) {
    return new PartsDiff(TextMatch.exact()).of(older, newer);
  }

  /**
   * Compares a definition with one that is known in part: what a placeholder of the older one (
   * <code>{{…}}</code>) stands for is no difference, whatever it is.
   */
  public static DefinitionDiff fromTemplate(HashInput template, HashInput newer) {
    return new PartsDiff(TextMatch.withPlaceholders()).of(template, newer);
  }

  public boolean isEmpty() {
    return differences.isEmpty();
  }

  /**
   * Whether nothing but the order of channels, packages or requirements differs: another image of
   * the same packages.
   */
  public boolean isOrderOnly() {
    return !isEmpty()
        && differences.stream()
            .allMatch(
                difference ->
                    difference.change() instanceof Difference.Reordered && isSorted(difference));
  }

  /** The order of Spark packages isn't one that can be sorted away. */
  private static boolean isSorted(Difference difference) {
    return difference.what() == What.CHANNEL
        || difference.what() == What.DEPENDENCY
        || difference.what() == What.PIP;
  }

  /** The differences, save for those of {@code parts}, of which nothing is known. */
  public DefinitionDiff without(What... parts) {
    var unknown = List.of(parts);
    return new DefinitionDiff(
        differences.stream().filter(difference -> !unknown.contains(difference.what())).toList());
  }

  /** Whether something became of {@code part}. */
  public boolean concerns(What part) {
    return differences.stream().anyMatch(difference -> difference.what() == part);
  }

  /** A difference a line, as {@link Difference#sentence} has it. */
  public List<String> sentences() {
    return differences.stream().map(Difference::sentence).toList();
  }

  /** What differs, in words that go on a sentence: the first few differences and how many more. */
  public String summary(int most) {
    var all = sentences();
    String shown = String.join(", ", all.subList(0, Math.min(most, all.size())));
    return all.size() <= most ? shown : "%s and %d more".formatted(shown, all.size() - most);
  }
}
