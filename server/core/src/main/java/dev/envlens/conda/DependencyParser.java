package dev.envlens.conda;

/**
 * Reads the entries of conda definitions. What comes out depends on the text alone, so whoever
 * reads a file again at every keystroke may remember what most of its lines were.
 */
public interface DependencyParser {

  /** Reads an entry of {@code dependencies}. */
  Parsed<MatchSpec> spec(String text);

  /** Reads an entry of a {@code pip:} list. */
  Parsed<RequirementLine> requirement(String text);

  /** One that remembers nothing. */
  static DependencyParser direct() {
    return new DependencyParser() {
      @Override
      public Parsed<MatchSpec> spec(String text) {
        return MatchSpec.parse(text);
      }

      @Override
      public Parsed<RequirementLine> requirement(String text) {
        return RequirementLine.parse(text);
      }
    };
  }
}
