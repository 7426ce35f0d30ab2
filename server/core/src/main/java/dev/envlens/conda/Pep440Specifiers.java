package dev.envlens.conda;

import java.util.List;

/**
 * The comparisons of a Python requirement, all of which a version must satisfy (PEP 440).
 *
 * @param all in the order written; none means any version
 */
public record Pep440Specifiers(List<Pep440Specifier> all) {

  public Pep440Specifiers {
    all = List.copyOf(all);
  }

  /** Reads a list such as {@code >=1.2,<2}. An empty text allows any version. */
  public static Parsed<Pep440Specifiers> parse(String text) {
    return Fault.guard(
        text,
        t -> {
          var cursor = new Cursor(t);
          cursor.skipSpaces();
          var specifiers = new SpecifierReader(cursor).all();
          if (!cursor.isDone()) {
            throw Fault.at(
                cursor.rest(), "Something follows the version. Put commas between comparisons.");
          }
          return specifiers;
        });
  }

  /** Whether {@code candidate} satisfies every comparison; see {@link Pep440Specifier#contains}. */
  public boolean contains(Pep440Version candidate) {
    return all.stream().allMatch(specifier -> specifier.contains(candidate));
  }

  /** How far these comparisons leave the version open. */
  public Pinning pinning() {
    if (all.isEmpty()) {
      return Pinning.NEWEST;
    }
    return all.stream()
        .filter(Pep440Specifier::isExact)
        .findFirst()
        .map(exact -> Pinning.exactly(exact.operand().text()))
        .orElseGet(() -> new Pinning(Pinning.Level.RANGE, RangeWords.of(bounds())));
  }

  private List<RangeWords.Bound> bounds() {
    return all.stream().map(s -> new RangeWords.Bound(s.comparison(), s.operand().text())).toList();
  }
}
